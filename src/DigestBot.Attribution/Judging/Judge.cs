using DigestBot.Attribution.Contents;
using DigestBot.Attribution.Syntax;

namespace DigestBot.Attribution.Judging;

/// <summary>
/// Decides over what the rules propose: a tagger says which of their cues hold, and finds others; for those another tells which words of the
/// sentence are content and speaker. Both see what the rules said (stacking, Wolpert 1992). Direct quotations stay as the rules found them.
/// </summary>
internal sealed class Judge(CueTagger cues, RoleTagger roles)
{
    /// <summary>Name of the embedded model file.</summary>
    public const string ModelName = "judge.model";

    private static readonly Lazy<Judge> _shipped = new(() =>
    {
        using var reader = ModelFile.Open(ModelName);
        return Read(reader);
    });

    /// <summary>The judge with the model that ships in this assembly.</summary>
    public static Judge Default => _shipped.Value;

    /// <summary>Reads a judge from decompressed model data.</summary>
    /// <exception cref="EndOfStreamException">The data are cut short.</exception>
    public static Judge Read(BinaryReader reader) => new(new CueTagger(SparseWeights.Read(reader)), new RoleTagger(SparseWeights.Read(reader)));

    /// <summary>The statements of a parsed document, by the start of their content.</summary>
    /// <param name="rules">What the rules found in it.</param>
    public List<Draft> Decide(Document document, IReadOnlyList<Draft> rules)
    {
        JudgedText text = new(document, rules);
        HashSet<Draft> seen = [];
        List<Draft> decided = [];
        foreach (var sentence in document.Sentences)
        {
            foreach (var cue in cues.Find(text, sentence))
            {
                var context = Context(text, sentence, cue);
                if ((context.Rules.Draft is not { } rule || seen.Add(rule)) && Decide(text, context) is { } draft)
                {
                    decided.Add(draft);
                }
            }
        }
        // Quotations stay; and so do the small statements inside another's content ("we want an apology", "they are ready to meet, he said"):
        // the corpus leaves most of them unmarked, but readers ask for them.
        var within = Nesting.Of(document, rules);
        decided.AddRange(rules.Where((r, i) => !seen.Contains(r) && (within[i] >= 0 || text.Quoted.At(r.First) >= 0)));
        // "Expressed hope that …": the noun says it, and the verb before it is no cue beside.
        HashSet<(int First, int Last)> ruled = [.. decided.Where(d => d.Rule != Rule.Judged).Select(d => (d.First, d.Last))];
        decided.RemoveAll(d => d.Rule == Rule.Judged && ruled.Contains((d.First, d.Last)));
        decided.ForEach(d => WholeWords(document, d.Content));
        return Said(document, [.. decided.OrderBy(d => d.First).ThenByDescending(d => d.Last)]);
    }

    // "long-standing", "back-to-back": a content begins and ends with whole words.
    private static void WholeWords(Document document, List<TokenRange> content)
    {
        for (var i = 0; i < content.Count; i++)
        {
            (var first, var last) = (content[i].First, content[i].Last);
            while (first - 2 >= 0 && IsHyphen(document, first - 1))
            {
                first -= 2;
            }

            while (last + 2 < document.Tokens.Length && IsHyphen(document, last + 1))
            {
                last += 2;
            }

            content[i] = new TokenRange(first, last);
        }
        TokenRange.JoinOverlapping(content);
    }

    private static bool IsHyphen(Document document, int token) =>
        document.Word(token) is "-" && token > 0 && token + 1 < document.Tokens.Length
        && document.Tokens[token - 1].End == document.Tokens[token].Start && document.Tokens[token].End == document.Tokens[token + 1].Start;

    private static List<Draft> Said(Document document, List<Draft> drafts)
    {
        var within = Nesting.Of(document, drafts);
        return [.. drafts.Where((d, i) => !d.IsPronoun(document) && !d.IsNothing(document) && (within[i] < 0 || !Hypothetical.IsUnsaid(document, d)))];
    }

    /// <summary>What surrounds a cue of <paramref name="sentence"/>.</summary>
    public static CueContext Context(JudgedText text, Sentence sentence, FoundCue cue) =>
        new(sentence, cue.First, cue.Last, HeadOf(text.Document, cue.First, cue.Last), RuleRoles.Of(text, sentence, cue.First, cue.Last));

    /// <summary>The word of a range that stands under none of the others; of several, the last verb.</summary>
    public static int HeadOf(Document document, int first, int last)
    {
        var head = last;
        var isVerb = false;
        for (var i = last; i >= first; i--)
        {
            var token = document.Tokens[i];
            var isTop = token.Head < first || token.Head > last;
            var verb = token.Tag.StartsWith('V');
            if (isTop && (verb && !isVerb || i == last))
            {
                (head, isVerb) = (i, verb);
            }
        }
        return head;
    }

    private Draft? Decide(JudgedText text, in CueContext cue) =>
        cue.Rules.Draft ?? RoleSpans.ToDraft(text, cue, roles.Label(text, cue));
}
