using System.Diagnostics;
using DigestBot.Attribution;
using DigestBot.Storage;
using DigestBot.Stories;

namespace DigestBot.Benchmarks;

/// <summary>
/// Stories that say as much as a given number of statements: speakers and words with the frequencies of Zipf's law, as in news.
/// The same seed makes the same archive.
/// </summary>
internal sealed class SyntheticArchive(int seed)
{
    private const int StatementsPerStory = 8;
    private const int Speakers = 3_000;
    private const int Vocabulary = 8_000;

    /// <summary>Statements after which it is told how fast they were stored.</summary>
    private const int Told = 100_000;

    private static readonly (string Cue, SpeechAct Act)[] _cues =
    [
        ("said", SpeechAct.Says), ("said", SpeechAct.Says), ("told reporters", SpeechAct.Says), ("argued", SpeechAct.Says), ("wrote", SpeechAct.Says), ("demanded", SpeechAct.Demands), ("called for", SpeechAct.Demands),
        ("rejected", SpeechAct.Rejects), ("denied", SpeechAct.Denies), ("offered", SpeechAct.Offers), ("promised", SpeechAct.Promises), ("warned of", SpeechAct.Warns), ("accused", SpeechAct.Accuses), ("expects", SpeechAct.Expects),
    ];

    private static readonly string[] _consonants = ["b", "br", "d", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w"];
    private static readonly string[] _vowels = ["a", "e", "i", "o", "u", "ai", "ou"];

    private readonly Random _random = new(seed);
    private readonly List<string> _words = [];
    private readonly List<string> _names = [];

    /// <summary>Every name, the commonest first.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Some contents, to ask about.</summary>
    public List<string> Contents { get; } = [];

    /// <summary>Makes names and words, and stores the stories, telling how fast; those that <paramref name="store"/> has already are not stored again.</summary>
    public async Task FillAsync(Store store, int statements)
    {
        HashSet<string> made = [];
        while (_words.Count < Vocabulary)
        {
            var word = Word(_random.Next(2, 4));
            if (made.Add(word))
            {
                _words.Add(word);
            }
        }
        while (_names.Count < Speakers)
        {
            _names.Add($"{Capital(Word(2))} {Capital(Word(_random.Next(2, 4)))}");
        }

        var stored = (await store.ExtentAsync("local")).Statements / StatementsPerStory;
        var hundredThousand = Stopwatch.StartNew();
        for (var at = 0; at < statements / StatementsPerStory; at++)
        {
            (var story, var reading) = Story(at);
            if (at >= stored)
            {
                await store.AddAsync(story, reading, Feed.Folder);
            }

            if ((at + 1) % (Told / StatementsPerStory) == 0)
            {
                if (at >= stored)
                {
                    Console.WriteLine($"{(at + 1) * StatementsPerStory:N0} statements, the last of them {Told / hundredThousand.Elapsed.TotalSeconds:N0} a second");
                }

                hundredThousand.Restart();
            }
        }
    }

    /// <summary>A number below <paramref name="count"/>; small ones come often, as Zipf's law has it.</summary>
    public int Zipf(int count) => (int)(Math.Pow(count + 1, _random.NextDouble()) - 1);

    private (Story Story, Reading Reading) Story(int at)
    {
        string[] speaking = [.. Enumerable.Range(0, 4).Select(_ => _names[Zipf(_names.Count)]).Distinct()];
        var title = $"{speaking[0].Split(' ')[1]} {Phrase(5)}";
        List<string> paragraphs = [title];
        List<(int Speaker, string Cue, SpeechAct Act, string Content)> said = [];
        for (var i = 0; i < StatementsPerStory; i++)
        {
            var speaker = _random.Next(speaking.Length);
            (var cue, var act) = _cues[_random.Next(_cues.Length)];
            var content = Phrase(_random.Next(6, 22));
            said.Add((speaker, cue, act, content));
            paragraphs.Add($"{speaking[speaker]} {cue} {content}.");
        }
        if (Contents.Count < 2_000)
        {
            Contents.Add(said[0].Content);
        }

        var text = string.Join("\n\n", paragraphs);
        Story story = new() { Id = $"synthetic-{at}", Title = title, Text = text, Outlet = $"Outlet {at % 40}", Published = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(-at * 20) };
        return (story, Reading(text, speaking, said));
    }

    private static Reading Reading(string text, string[] speaking, List<(int Speaker, string Cue, SpeechAct Act, string Content)> said)
    {
        List<Statement> statements = [];
        var from = text.IndexOf("\n\n", StringComparison.Ordinal);
        foreach ((var speaker, var cue, var act, var content) in said)
        {
            var start = text.IndexOf(speaking[speaker], from, StringComparison.Ordinal);
            var cueStart = start + speaking[speaker].Length + 1;
            var contentStart = cueStart + cue.Length + 1;
            from = contentStart + content.Length;
            statements.Add(new Statement
            {
                SpeakerId = speaker,
                SpeakerSpans = [new TextSpan(start, cueStart - 1)],
                CueSpans = [new TextSpan(cueStart, contentStart - 1)],
                ContentSpans = [new TextSpan(contentStart, from)],
                Kind = QuoteKind.Indirect,
                Act = act,
            });
        }
        return new Reading
        {
            Speakers = [.. speaking.Select((name, id) => new Speaker { Id = id, Name = name, Kind = SpeakerKind.Person, Mentions = [], Aliases = [name, name.Split(' ')[1]] })],
            Statements = statements,
        };
    }

    private string Phrase(int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ => _words[Zipf(_words.Count)]));

    private string Word(int syllables) => string.Concat(Enumerable.Range(0, syllables).Select(_ => _consonants[_random.Next(_consonants.Length)] + _vowels[_random.Next(_vowels.Length)]));

    private static string Capital(string word) => $"{char.ToUpperInvariant(word[0])}{word[1..]}";
}
