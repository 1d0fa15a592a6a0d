using DigestBot.Attribution.Contents;
using DigestBot.Attribution.Cues;
using DigestBot.Attribution.Judging;
using DigestBot.Attribution.Quotations;
using DigestBot.Attribution.Syntax;

namespace DigestBot.Attribution;

/// <summary>
/// Reads a text and finds who says what in it. Thread-safe; the models are loaded once, on first use.
/// </summary>
public sealed class StatementExtractor
{
    /// <summary>The engine with the models that ship in this assembly.</summary>
    public static StatementExtractor Default { get; } = new();

    /// <summary>Finds all statements of <paramref name="text"/>, a whole story; the first line may be its title.</summary>
    /// <param name="text">Any string; not changed, offsets in the result are UTF-16 positions into it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public Reading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var document = new Document(text);
        Grammar.Default.Analyse(document);
        if (document.Tokens.Length == 0)
        {
            return Reading.Empty;
        }

        var drafts = Judge.Default.Decide(document, Propose(document));
        return StatementWriter.Write(document, drafts);
    }

    /// <summary>What the rules find in a document with its syntax, before the judge decides and speakers are resolved.</summary>
    internal static List<Draft> Propose(Document document)
    {
        document.Quoted = QuotedText.Of(document);
        MisreadVerbs.Mend(document, CueLexicon.Default);
        var cues = CueFinder.Find(document, CueLexicon.Default);
        return ContentFinder.Find(new Surroundings(document, cues));
    }
}
