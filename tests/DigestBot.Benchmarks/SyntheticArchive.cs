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

    private static readonly (string Cue, SpeechAct Act)[] Cues =
    [
        ("said", SpeechAct.Says), ("said", SpeechAct.Says), ("told reporters", SpeechAct.Says), ("argued", SpeechAct.Says), ("wrote", SpeechAct.Says), ("demanded", SpeechAct.Demands), ("called for", SpeechAct.Demands),
        ("rejected", SpeechAct.Rejects), ("denied", SpeechAct.Denies), ("offered", SpeechAct.Offers), ("promised", SpeechAct.Promises), ("warned of", SpeechAct.Warns), ("accused", SpeechAct.Accuses), ("expects", SpeechAct.Expects),
    ];

    private static readonly string[] Consonants = ["b", "br", "d", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ai", "ou"];

    private readonly Random random = new(seed);
    private readonly List<string> words = [];
    private readonly List<string> names = [];

    /// <summary>Every name, the commonest first.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Some contents, to ask about.</summary>
    public List<string> Contents { get; } = [];

    /// <summary>Makes names and words, and stores the stories, telling how fast; those that <paramref name="store"/> has already are not stored again.</summary>
    public async Task FillAsync(Store store, int statements)
    {
        HashSet<string> made = [];
        while (words.Count < Vocabulary)
        {
            string word = Word(random.Next(2, 4));
            if (made.Add(word))
                words.Add(word);
        }
        while (names.Count < Speakers)
            names.Add($"{Capital(Word(2))} {Capital(Word(random.Next(2, 4)))}");
        int stored = (await store.ExtentAsync("local")).Statements / StatementsPerStory;
        Stopwatch hundredThousand = Stopwatch.StartNew();
        for (int at = 0; at < statements / StatementsPerStory; at++)
        {
            (Story story, Reading reading) = Story(at);
            if (at >= stored)
                await store.AddAsync(story, reading, Feed.Folder);
            if ((at + 1) % (Told / StatementsPerStory) == 0)
            {
                if (at >= stored)
                    Console.WriteLine($"{(at + 1) * StatementsPerStory:N0} statements, the last of them {Told / hundredThousand.Elapsed.TotalSeconds:N0} a second");
                hundredThousand.Restart();
            }
        }
    }

    /// <summary>A number below <paramref name="count"/>; small ones come often, as Zipf's law has it.</summary>
    public int Zipf(int count) => (int)(Math.Pow(count + 1, random.NextDouble()) - 1);

    private (Story Story, Reading Reading) Story(int at)
    {
        string[] speaking = [.. Enumerable.Range(0, 4).Select(_ => names[Zipf(names.Count)]).Distinct()];
        string title = $"{speaking[0].Split(' ')[1]} {Phrase(5)}";
        List<string> paragraphs = [title];
        List<(int Speaker, string Cue, SpeechAct Act, string Content)> said = [];
        for (int i = 0; i < StatementsPerStory; i++)
        {
            int speaker = random.Next(speaking.Length);
            (string cue, SpeechAct act) = Cues[random.Next(Cues.Length)];
            string content = Phrase(random.Next(6, 22));
            said.Add((speaker, cue, act, content));
            paragraphs.Add($"{speaking[speaker]} {cue} {content}.");
        }
        if (Contents.Count < 2_000)
            Contents.Add(said[0].Content);
        string text = string.Join("\n\n", paragraphs);
        Story story = new() { Id = $"synthetic-{at}", Title = title, Text = text, Outlet = $"Outlet {at % 40}", Published = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(-at * 20) };
        return (story, Reading(text, speaking, said));
    }

    private static Reading Reading(string text, string[] speaking, List<(int Speaker, string Cue, SpeechAct Act, string Content)> said)
    {
        List<Statement> statements = [];
        int from = text.IndexOf("\n\n", StringComparison.Ordinal);
        foreach ((int speaker, string cue, SpeechAct act, string content) in said)
        {
            int start = text.IndexOf(speaking[speaker], from, StringComparison.Ordinal);
            int cueStart = start + speaking[speaker].Length + 1;
            int contentStart = cueStart + cue.Length + 1;
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

    private string Phrase(int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ => words[Zipf(words.Count)]));

    private string Word(int syllables) => string.Concat(Enumerable.Range(0, syllables).Select(_ => Consonants[random.Next(Consonants.Length)] + Vowels[random.Next(Vowels.Length)]));

    private static string Capital(string word) => $"{char.ToUpperInvariant(word[0])}{word[1..]}";
}
