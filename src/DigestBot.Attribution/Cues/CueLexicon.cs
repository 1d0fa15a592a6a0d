using System.Collections.Frozen;

namespace DigestBot.Attribution.Cues;

/// <summary>The words and phrases that say that somebody says, with their frames and acts; read from the resource "cues.txt".</summary>
internal sealed class CueLexicon
{
    private readonly FrozenDictionary<string, CueEntry[]>.AlternateLookup<ReadOnlySpan<char>> _byForm;

    private CueLexicon(IEnumerable<CueEntry> entries)
    {
        Entries = [.. entries];
        var forms = Entries.SelectMany(e => Forms(e).Distinct().Select(form => (form, e)));
        _byForm = forms.GroupBy(f => f.form, f => f.e).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The lexicon that ships in this assembly.</summary>
    public static CueLexicon Default { get; } = Load();

    /// <summary>All entries, in the table's order.</summary>
    public IReadOnlyList<CueEntry> Entries { get; }

    /// <summary>The entries of <paramref name="word"/>, in whatever form it stands, in the table's order; a phrase's words are joined by "_". Empty for a word that is no cue.</summary>
    public ReadOnlySpan<CueEntry> Of(ReadOnlySpan<char> word) => _byForm.TryGetValue(word, out var entries) ? entries : [];

    /// <summary>Whether <paramref name="word"/> can be a <paramref name="part"/> that has one of <paramref name="frames"/>.</summary>
    public bool Has(ReadOnlySpan<char> word, CuePart part, Frames frames)
    {
        foreach (var entry in Of(word))
        {
            if (entry.Part == part && entry.Has(frames))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Forms(CueEntry entry) => entry.Part switch
    {
        CuePart.Verb or CuePart.Phase => Inflection.OfVerb(entry.Lemma),
        CuePart.Noun => Inflection.OfNoun(entry.Lemma),
        _ => [entry.Lemma],
    };

    private static CueLexicon Load()
    {
        using var stream = typeof(CueLexicon).Assembly.GetManifestResourceStream("cues.txt")
            ?? throw new InvalidOperationException("The resource cues.txt is missing from the assembly; build the project again.");
        using var reader = new StreamReader(stream);
        return new CueLexicon(Parse(reader.ReadToEnd()));
    }

    private static IEnumerable<CueEntry> Parse(string table)
    {
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            var frames = cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var lemma in cells[3].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return new CueEntry(lemma, PartOf(cells[0]), Enum.Parse<SpeechAct>(cells[1]), FramesOf(frames), PrepositionsOf(frames));
            }
        }
    }

    private static CuePart PartOf(string cell) => cell switch
    {
        "verb" => CuePart.Verb,
        "noun" => CuePart.Noun,
        "prep" => CuePart.Preposition,
        "adjective" => CuePart.Adjective,
        "phase" => CuePart.Phase,
        _ => throw new FormatException($"cues.txt: \"{cell}\" is no part of speech; write verb, noun, prep, adjective or phase."),
    };

    private static Frames FramesOf(string[] names) => names.Aggregate(Frames.None, (all, name) => all | name switch
    {
        "q" => Frames.Quotation,
        "that" or "clause" => Frames.Clause,
        "wh" => Frames.Question,
        "inf" => Frames.Infinitive,
        "obj" => Frames.Object,
        "oinf" => Frames.ObjectInfinitive,
        "ger" => Frames.Gerund,
        "as" => Frames.As,
        "comp" => Frames.Complement,
        "recip" => Frames.Listener,
        "of" => Frames.ObjectOf,
        _ when name[0] == '+' => Frames.Preposition,
        _ => throw new FormatException($"cues.txt: \"{name}\" is no frame; the table's head explains them."),
    });

    private static string[] PrepositionsOf(string[] names) => [.. names.Where(n => n[0] == '+').Select(n => n[1..])];
}
