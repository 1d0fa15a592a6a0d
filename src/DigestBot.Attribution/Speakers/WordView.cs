namespace DigestBot.Attribution;

/// <summary>A document's words as the speaker stages look at them: folded form, capitals, joints by hyphen.</summary>
internal sealed class WordView(Document document)
{
    private readonly string?[] _folded = new string?[document.Tokens.Length];

    private HashSet<string>? _capitals;
    private HashSet<string>? _common;

    /// <summary>Whether the word stands somewhere in the text as a name, with a capital that no sentence's beginning gives it.</summary>
    public bool IsNameElsewhere(int token) => (_capitals ??= Capitals()).Contains(Folded(token));

    /// <summary>Whether the word stands somewhere in the text with a small letter: a common word, whatever capital it has here.</summary>
    public bool IsCommonElsewhere(int token) => (_common ??= Common()).Contains(Folded(token));

    /// <summary>Number of tokens.</summary>
    public int Count => _folded.Length;

    /// <summary>The document looked at.</summary>
    public Document Document => document;

    /// <summary>The token's tag.</summary>
    public string Tag(int token) => document.Tokens[token].Tag;

    /// <summary>The word in plain form; made once.</summary>
    public string Folded(int token) => _folded[token] ??= Folding.Fold(document.Word(token));

    /// <summary>Whether the word begins with a capital.</summary>
    public bool IsCapital(int token) => char.IsUpper(document.Text[document.Tokens[token].Start]);

    /// <summary>Whether the word begins with a letter.</summary>
    public bool IsWord(int token) => char.IsLetter(document.Text[document.Tokens[token].Start]);

    /// <summary>Whether nothing stands between the token and the next one.</summary>
    public bool TouchesNext(int token) => token + 1 < Count && document.Tokens[token].End == document.Tokens[token + 1].Start;

    /// <summary>Whether the token is a hyphen inside a word: "al-Khatib".</summary>
    public bool IsJoint(int token) =>
        token > 0 && document.Word(token) is "-" or "‑" or "‐" && TouchesNext(token - 1) && TouchesNext(token);

    /// <summary>Whether the token is one of the sentence's and is the word given.</summary>
    public bool Is(int token, Sentence sentence, string word) =>
        token >= sentence.First && token < sentence.Last && document.Word(token).Equals(word, StringComparison.Ordinal);

    /// <summary>Whether the token is the possessive ending.</summary>
    public bool IsPossessiveEnding(int token) => token < Count && Tag(token) == "POS";

    /// <summary>Whether the token is a verb in a finite form.</summary>
    public bool IsFiniteVerb(int token) => Tag(token) is "VBD" or "VBZ" or "VBP" or "MD";

    /// <summary>Whether the token is a common or proper noun.</summary>
    public bool IsNoun(int token) => Tag(token).StartsWith("NN", StringComparison.Ordinal);

    private HashSet<string> Common()
    {
        var common = new HashSet<string>();
        for (var i = 0; i < Count; i++)
        {
            if (IsWord(i) && !IsCapital(i))
            {
                common.Add(Folded(i));
            }
        }

        return common;
    }

    private HashSet<string> Capitals()
    {
        var capitals = new HashSet<string>();
        foreach (var sentence in document.Sentences)
        {
            for (var i = sentence.First; i < sentence.Last; i++)
            {
                // Inside a sentence, or at its beginning with another name behind.
                var isInside = i > sentence.First && IsWord(i - 1) && !IsCapital(i - 1);
                var isFirstOfTwo = i == sentence.First && i + 1 < sentence.Last && IsName(i + 1);
                for (; (isInside || isFirstOfTwo) && i < sentence.Last && IsName(i); i++)
                {
                    capitals.Add(Folded(i));
                }
            }
        }

        return capitals;
    }

    private bool IsName(int token) => IsCapital(token) && Tag(token) is "NNP";

    /// <summary>The text from one token to another, both included.</summary>
    public string TextOf(int first, int last) => document.Text[document.Tokens[first].Start..document.Tokens[last].End];

    /// <summary>The span from one token to another, both included.</summary>
    public TextSpan SpanOf(int first, int last) => new(document.Tokens[first].Start, document.Tokens[last].End);
}
