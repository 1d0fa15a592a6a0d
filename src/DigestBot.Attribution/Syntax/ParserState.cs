namespace DigestBot.Attribution.Syntax;

/// <summary>
/// One sentence in the middle of its parse by arc-hybrid transitions (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack of words that still want a
/// head and a buffer of words to come, with the root behind the last word. Words count from 0; <see cref="Root"/> and <see cref="None"/> follow.
/// </summary>
internal sealed class ParserState
{
    private int[] _stack = [];
    private int _depth;

    /// <summary>Number of words.</summary>
    public int Count { get; private set; }

    /// <summary>The root's place: behind the last word.</summary>
    public int Root => Count;

    /// <summary>The place of words that are not there.</summary>
    public int None => Count + 1;

    /// <summary>The first word of the buffer, or the root.</summary>
    public int Buffer { get; private set; }

    /// <summary>Number of words on the stack.</summary>
    public int Depth => _depth;

    /// <summary>Per place: hash of the form and the tag's number; 0 to 3 for places without a word.</summary>
    public uint[] Forms { get; private set; } = [];

    /// <summary>Per place: the tag's number, beyond all tags for places without a word.</summary>
    public byte[] Tags { get; private set; } = [];

    /// <summary>Per word: its head as far as it is known, else <see cref="None"/>.</summary>
    public int[] Heads { get; private set; } = [];

    /// <summary>Per word: the relation's number as far as it is known.</summary>
    public byte[] Labels { get; private set; } = [];

    /// <summary>Per place: what is known of its dependents.</summary>
    public Dependents[] Dependents { get; private set; } = [];

    /// <summary>Per place: marks up to and with it, summed, so that what stands between two words is a difference.</summary>
    public Passed[] Passed { get; private set; } = [];

    /// <summary>Whether every word has its head.</summary>
    public bool IsFinished => Buffer == Count && _depth == 0;

    /// <summary>Starts on <paramref name="sentence"/>, which has been tagged.</summary>
    public void Start(Document document, Sentence sentence, PassedMarks marks)
    {
        Count = sentence.Last - sentence.First;
        Buffer = 0;
        _depth = 0;
        Reserve(Count + 2);
        var passed = default(Passed);
        for (var i = 0; i < Count; i++)
        {
            ref readonly var token = ref document.Tokens[sentence.First + i];
            Forms[i] = token.Form;
            Tags[i] = token.TagCode;
            passed = passed.With(token.Form, marks.Of(token.TagCode));
            Passed[i] = passed;
        }

        (Forms[Root], Forms[None]) = (2, 3);
        (Tags[Root], Tags[None]) = (0xfe, 0xff);
        (Passed[Root], Passed[None]) = (passed, default);
        Array.Fill(Heads, None, 0, Count + 2);
        Array.Fill(Labels, (byte)0xff, 0, Count + 2);
        Array.Fill(Dependents, Syntax.Dependents.Without(None), 0, Count + 2);
    }

    /// <summary>The word <paramref name="depth"/> places below the top of the stack, or <see cref="None"/>.</summary>
    public int Stack(int depth) => depth < _depth ? _stack[_depth - 1 - depth] : None;

    /// <summary>The word <paramref name="ahead"/> places behind the buffer's first, the root, or <see cref="None"/>.</summary>
    public int Ahead(int ahead) => Buffer + ahead <= Count ? Buffer + ahead : None;

    /// <summary>Moves the buffer's first word onto the stack.</summary>
    public void Shift() => _stack[_depth++] = Buffer++;

    /// <summary>Makes the top of the stack a dependent of the buffer's first word, or of the root.</summary>
    public void Left(byte label)
    {
        var word = _stack[--_depth];
        (Heads[word], Labels[word]) = (Buffer, label);
        Dependents[Buffer].AddLeft(word, label);
    }

    /// <summary>Makes the top of the stack a dependent of the word below it.</summary>
    public void Right(byte label)
    {
        var word = _stack[--_depth];
        var head = _stack[_depth - 1];
        (Heads[word], Labels[word]) = (head, label);
        Dependents[head].AddRight(word, label);
    }

    private void Reserve(int length)
    {
        if (Forms.Length >= length)
        {
            return;
        }

        length = Math.Max(length, 64);
        _stack = new int[length];
        Forms = new uint[length];
        Tags = new byte[length];
        Heads = new int[length];
        Labels = new byte[length];
        Dependents = new Dependents[length];
        Passed = new Passed[length];
    }
}
