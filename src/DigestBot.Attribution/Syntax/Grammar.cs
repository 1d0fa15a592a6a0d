namespace DigestBot.Attribution.Syntax;

/// <summary>
/// The syntax of a text: its tokens, sentences and tags, and on demand the parse of each sentence. Thread-safe; the models are loaded once.
/// </summary>
internal sealed class Grammar
{
    /// <summary>Name of the embedded model file.</summary>
    public const string ModelName = "grammar.model";

    private static readonly Lazy<Grammar> _default = new(() =>
    {
        using var reader = ModelFile.Open(ModelName);
        return Read(reader);
    });

    private readonly PosTagger _tagger;
    private readonly DependencyParser _parser;

    private Grammar(PosTagger tagger, DependencyParser parser)
    {
        _tagger = tagger;
        _parser = parser;
    }

    /// <summary>The grammar with the models that ship in this assembly.</summary>
    public static Grammar Default => _default.Value;

    /// <summary>Reads a grammar from decompressed model data.</summary>
    /// <exception cref="EndOfStreamException">The data are cut short.</exception>
    public static Grammar Read(BinaryReader reader)
    {
        var tagger = PosTagger.Read(reader);
        return new Grammar(tagger, DependencyParser.Read(reader, tagger.Tags));
    }

    /// <summary>Fills in tokens, sentences and tags of <paramref name="document"/>; nothing is parsed yet.</summary>
    public void Tag(Document document)
    {
        document.Tokens = Tokenizer.Tokenize(document.Text);
        document.Sentences = Datelines.Part(document.Text, document.Tokens, SentenceSplitter.Split(document.Text, document.Tokens));
        document.Dependencies = new Dependencies(document.Tokens.Length, document.Sentences.Length);
        foreach (var sentence in document.Sentences)
        {
            _tagger.Tag(document, sentence);
        }
    }

    /// <summary>Parses sentence <paramref name="index"/> of a tagged document, unless it has been parsed.</summary>
    public void Parse(Document document, int index)
    {
        if (document.Dependencies.Has(index))
        {
            return;
        }

        _parser.Parse(document, document.Sentences[index]);
        document.Dependencies.Add(document, index);
    }

    /// <summary>Parses sentence <paramref name="index"/> once more, whose tags have been mended.</summary>
    public void ParseAgain(Document document, int index)
    {
        for (var i = document.Sentences[index].First; i < document.Sentences[index].Last; i++)
        {
            document.Tokens[i].TagCode = _tagger.CodeOf(document.Tokens[i].Tag);
        }

        _parser.Parse(document, document.Sentences[index]);
        document.Dependencies.Add(document, index);
    }

    /// <summary>Tags and parses one sentence whose tokens are given, as a treebank gives them.</summary>
    public void TagAndParse(Document document, Sentence sentence)
    {
        _tagger.Tag(document, sentence);
        _parser.Parse(document, sentence);
    }

    /// <summary>Fills in everything: tokens, sentences, tags, heads and relations.</summary>
    public void Analyse(Document document)
    {
        Tag(document);
        for (var i = 0; i < document.Sentences.Length; i++)
        {
            Parse(document, i);
        }
    }
}
