namespace DigestBot.Attribution.Syntax;

/// <summary>A word's dependents in the middle of a parse: the outermost two of each side, how many, and their relations as a set of bits.</summary>
internal struct Dependents
{
    /// <summary>Outermost dependent before the word.</summary>
    public int Left;

    /// <summary>The next one inside.</summary>
    public int SecondLeft;

    /// <summary>Outermost dependent behind the word.</summary>
    public int Right;

    /// <summary>The next one inside.</summary>
    public int SecondRight;

    /// <summary>Number of dependents before the word, at most 255.</summary>
    public byte LeftCount;

    /// <summary>Number of dependents behind the word, at most 255.</summary>
    public byte RightCount;

    /// <summary>Relations of the dependents before the word, one bit each.</summary>
    public ulong LeftSet;

    /// <summary>Relations of the dependents behind the word, one bit each.</summary>
    public ulong RightSet;

    /// <summary>No dependents; <paramref name="none"/> is the place of words that are not there.</summary>
    public static Dependents Without(int none) => new() { Left = none, SecondLeft = none, Right = none, SecondRight = none };

    /// <summary>Adds one before the word, outside all others.</summary>
    public void AddLeft(int word, byte label)
    {
        (SecondLeft, Left) = (Left, word);
        LeftCount += LeftCount < byte.MaxValue ? (byte)1 : (byte)0;
        LeftSet |= 1UL << (label & 63);
    }

    /// <summary>Adds one behind the word, outside all others.</summary>
    public void AddRight(int word, byte label)
    {
        (SecondRight, Right) = (Right, word);
        RightCount += RightCount < byte.MaxValue ? (byte)1 : (byte)0;
        RightSet |= 1UL << (label & 63);
    }
}
