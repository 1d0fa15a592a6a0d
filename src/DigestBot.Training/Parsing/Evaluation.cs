namespace DigestBot.Training.Parsing;

/// <summary>How well a grammar does on gold sentences, punctuation counted.</summary>
internal sealed class Evaluation
{
    private readonly SortedDictionary<string, (int Gold, int Found, int Right)> _relations = new(StringComparer.Ordinal);
    private int _words;
    private int _tags;
    private int _heads;
    private int _arcs;

    /// <summary>Compares the words of <paramref name="sentence"/>, tagged and parsed, with its gold annotations.</summary>
    public void Add(TreebankSentence sentence)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            var token = sentence.Document.Tokens[i];
            var isHead = token.Head == sentence.Heads[i];
            var isArc = isHead && token.Label == sentence.Labels[i];
            _words++;
            _tags += token.Tag == sentence.Tags[i] ? 1 : 0;
            _heads += isHead ? 1 : 0;
            _arcs += isArc ? 1 : 0;
            Count(sentence.Labels[i], (1, 0, isArc ? 1 : 0));
            Count(token.Label, (0, 1, 0));
        }
    }

    /// <summary>One line of figures: tags, heads, labelled arcs.</summary>
    public string Summary() => $"{_words,7} words  tags {Share(_tags)}  UAS {Share(_heads)}  LAS {Share(_arcs)}";

    /// <summary>F1 of single relations (head and relation right).</summary>
    public string Relations(params string[] labels) => string.Join("  ", labels.Select(label =>
    {
        var (gold, found, right) = _relations.GetValueOrDefault(label);
        return $"{label} {(gold + found == 0 ? 0 : 200.0 * right / (gold + found)):F1}";
    }));

    private string Share(int part) => $"{100.0 * part / Math.Max(1, _words):F2}";

    private void Count(string label, (int Gold, int Found, int Right) by)
    {
        var old = _relations.GetValueOrDefault(label);
        _relations[label] = (old.Gold + by.Gold, old.Found + by.Found, old.Right + by.Right);
    }
}
