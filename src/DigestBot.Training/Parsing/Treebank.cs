using System.Text;
using DigestBot.Attribution;
using DigestBot.Attribution.Syntax;

namespace DigestBot.Training.Parsing;

/// <summary>One sentence of a treebank with its annotations; heads are indices into its words, -1 for the root.</summary>
internal sealed record TreebankSentence
{
    /// <summary>The sentence as a text of its own, with the treebank's tokens.</summary>
    public required Document Document { get; init; }

    /// <summary>Name of the document that it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Penn tags.</summary>
    public required string[] Tags { get; init; }

    /// <summary>Head of each word.</summary>
    public required int[] Heads { get; init; }

    /// <summary>Relation of each word to its head.</summary>
    public required string[] Labels { get; init; }

    /// <summary>Dictionary form of each word.</summary>
    public required string[] Lemmas { get; init; }

    /// <summary>Number of words.</summary>
    public int Count => Tags.Length;

    /// <summary>All of it as one sentence of <see cref="Document"/>.</summary>
    public Sentence Whole => new(0, Count, 0);
}

/// <summary>Reads treebanks in CoNLL-U (universaldependencies.org/format.html): words with tags, heads and relations; fused forms and empty nodes are passed over.</summary>
internal static class Treebank
{
    /// <summary>All sentences of the CoNLL-U text that <paramref name="lines"/> are.</summary>
    /// <exception cref="FormatException">A line is not CoNLL-U.</exception>
    public static List<TreebankSentence> Read(IEnumerable<string> lines)
    {
        var sentences = new List<TreebankSentence>();
        var builder = new SentenceBuilder();
        var source = "";
        foreach (var line in lines)
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                source = line["# newdoc id = ".Length..];
            }
            else if (line.Length == 0)
            {
                builder.Finish(source, sentences);
            }
            else if (line[0] != '#')
            {
                builder.Add(line.Split('\t'));
            }
        }

        builder.Finish(source, sentences);
        return sentences;
    }

    private sealed class SentenceBuilder
    {
        private readonly List<string[]> _words = [];
        private readonly StringBuilder _text = new();
        private readonly List<Token> _tokens = [];
        private int _fusedUntil;
        private bool _spaceAfterFused;

        public void Add(string[] columns)
        {
            if (columns.Length != 10)
            {
                throw new FormatException($"A CoNLL-U line has ten columns, this one {columns.Length}: {string.Join(' ', columns)}");
            }

            var spaceAfter = !columns[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
            if (columns[0].Contains('-'))
            {
                _fusedUntil = int.Parse(columns[0].AsSpan(columns[0].IndexOf('-') + 1));
                _spaceAfterFused = spaceAfter;
            }
            else if (!columns[0].Contains('.'))
            {
                var number = int.Parse(columns[0]);
                AddWord(columns, number < _fusedUntil ? false : number == _fusedUntil ? _spaceAfterFused : spaceAfter);
            }
        }

        public void Finish(string source, List<TreebankSentence> sentences)
        {
            if (_words.Count > 0)
            {
                sentences.Add(new TreebankSentence
                {
                    Document = new Document(_text.ToString()) { Tokens = [.. _tokens], Sentences = [new Sentence(0, _words.Count, 0)] },
                    Source = source,
                    Tags = [.. _words.Select(word => string.Intern(word[4]))],
                    Heads = [.. _words.Select(word => int.Parse(word[6]) - 1)],
                    Labels = [.. _words.Select(word => string.Intern(word[7]))],
                    Lemmas = [.. _words.Select(word => word[2])],
                });
            }

            _words.Clear();
            _tokens.Clear();
            _text.Clear();
            _fusedUntil = 0;
        }

        private void AddWord(string[] columns, bool spaceAfter)
        {
            var start = _text.Length;
            _text.Append(columns[1]);
            _tokens.Add(new Token { Start = start, End = _text.Length, Head = -1, Tag = "", Label = "", Form = WordForm.Of(columns[1]) });
            _text.Append(spaceAfter ? " " : "");
            _words.Add(columns);
        }
    }
}
