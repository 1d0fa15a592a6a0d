namespace DigestBot.Attribution.Syntax;

/// <summary>
/// The parse trees of a document seen from the heads: each word's dependents in text order and the words below it. Filled sentence by sentence.
/// All indices are into <see cref="Document.Tokens"/>.
/// </summary>
internal sealed class Dependencies(int tokenCount, int sentenceCount)
{
    private const int None = -1;
    private readonly bool[] _parsed = new bool[sentenceCount];
    private readonly int[] _firstChild = new int[tokenCount];
    private readonly int[] _nextSibling = new int[tokenCount];
    private readonly int[] _first = new int[tokenCount];
    private readonly int[] _last = new int[tokenCount];

    /// <summary>The trees of a document that has no tokens.</summary>
    public static Dependencies Empty { get; } = new(0, 0);

    /// <summary>Whether sentence <paramref name="sentence"/> has been added.</summary>
    public bool Has(int sentence) => _parsed[sentence];

    /// <summary>First token of all that is below <paramref name="token"/>, itself included.</summary>
    public int First(int token) => _first[token];

    /// <summary>Last token (inclusive) of all that is below <paramref name="token"/>, itself included. Parses are projective: everything between belongs to it.</summary>
    public int Last(int token) => _last[token];

    /// <summary>The dependents of <paramref name="token"/> in text order; enumerating allocates nothing.</summary>
    public Children Of(int token) => new(_nextSibling, _firstChild[token]);

    /// <summary>Takes in sentence <paramref name="index"/> of <paramref name="document"/>, whose heads are set. Time is linear in the sentence.</summary>
    public void Add(Document document, int index)
    {
        var sentence = document.Sentences[index];
        _parsed[index] = true;
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            (_firstChild[i], _nextSibling[i], _first[i], _last[i]) = (None, None, i, i);
        }

        // From the end, so that each list starts with its first word.
        for (var i = sentence.Last - 1; i >= sentence.First; i--)
        {
            if (document.Tokens[i].Head is var head and >= 0)
            {
                (_nextSibling[i], _firstChild[head]) = (_firstChild[head], i);
            }
        }

        Widen(document.Tokens, sentence);
    }

    // Walks down to each leaf and up again, children before their head, without a stack: the heads lead the way back.
    private void Widen(Token[] tokens, Sentence sentence)
    {
        for (var root = sentence.First; root < sentence.Last; root++)
        {
            for (var i = tokens[root].Head < 0 ? Leaf(root) : None; i >= 0;)
            {
                var head = tokens[i].Head;
                if (head < 0)
                {
                    break;
                }

                _first[head] = Math.Min(_first[head], _first[i]);
                _last[head] = Math.Max(_last[head], _last[i]);
                i = _nextSibling[i] >= 0 ? Leaf(_nextSibling[i]) : head;
            }
        }
    }

    private int Leaf(int token)
    {
        while (_firstChild[token] >= 0)
        {
            token = _firstChild[token];
        }

        return token;
    }

    /// <summary>The dependents of one word.</summary>
    internal struct Children(int[] nextSibling, int first)
    {
        private int _next = first;

        /// <summary>Token index of the dependent that is looked at.</summary>
        public int Current { get; private set; }

        /// <summary>Goes on to the next dependent; false behind the last.</summary>
        public bool MoveNext()
        {
            if (_next < 0)
            {
                return false;
            }

            Current = _next;
            _next = nextSibling[_next];
            return true;
        }

        /// <summary>Itself, for <c>foreach</c>.</summary>
        public readonly Children GetEnumerator() => this;
    }
}
