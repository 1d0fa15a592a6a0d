namespace DigestBot.Attribution;

/// <summary>
/// One token of a text at its exact place. Tag is a Penn Treebank tag, Label a Universal Dependencies relation;
/// Head is an index into the same document's tokens, -1 for a sentence's root. Until a stage has run its fields are unset.
/// </summary>
internal struct Token
{
    /// <summary>UTF-16 position of the first unit.</summary>
    public int Start;

    /// <summary>UTF-16 position behind the last unit.</summary>
    public int End;

    /// <summary>Index of the sentence it stands in.</summary>
    public int Sentence;

    /// <summary>Hash of the word's form as the models see it.</summary>
    public uint Form;

    /// <summary>The tag's number in the tagger's list.</summary>
    public byte TagCode;

    /// <summary>Penn tag ("VBD"), interned; "" until tagged.</summary>
    public string Tag;

    /// <summary>Universal Dependencies relation ("nsubj"), interned; "" until parsed.</summary>
    public string Label;

    /// <summary>Index of the head token, -1 for the root.</summary>
    public int Head;
}
