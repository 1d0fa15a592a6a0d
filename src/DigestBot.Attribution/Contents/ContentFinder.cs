using DigestBot.Attribution.Acts;
using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Contents;

/// <summary>Finds what each cue says was said; a candidate without a content is no cue.</summary>
internal static class ContentFinder
{
    /// <summary>The statements of a story as the rules see them, by the start of their content.</summary>
    public static List<Draft> Find(Surroundings story)
    {
        var complements = new ComplementFinder(story);
        var fronted = new FrontedFinder(story);
        var nouns = new NounContentFinder(story);
        var drafts = new LabelFinder(story).Find();
        foreach (var cue in story.Cues)
        {
            var draft = cue.Part switch
            {
                CuePart.Preposition => fronted.OfPreposition(cue),
                CuePart.Noun => nouns.Find(cue),
                _ when fronted.IsParenthesis(cue) => fronted.Find(cue) ?? complements.Find(cue),
                _ => complements.Find(cue) ?? fronted.Find(cue),
            };
            if (draft is not null && draft.Content.All(r => r.First <= r.Last))
            {
                drafts.Add(draft);
            }
        }

        var complete = new QuotationOwners(story, fronted).Complete(drafts);
        var acts = QuotedActs.Find(story, complete);
        RemoveRepeated(complete, acts);
        complete.AddRange(acts);
        complete.ForEach(draft => TokenRange.JoinOverlapping(draft.Content));
        return [.. complete.OrderBy(d => d.First).ThenByDescending(d => d.Last)];
    }

    // What another draft says better: "refused to say whether …" (the refusal is a part of the cue below it), a clause of a quotation that was
    // never closed, the verbs and nouns of a demand by question.
    private static void RemoveRepeated(List<Draft> drafts, List<Draft> acts)
    {
        var governors = drafts.Where(d => d.Cue is { } cue && cue.Top != cue.Head && d.Entry!.Has(Frames.Quotation)).Select(d => d.Cue!.Top).ToHashSet();
        var quoting = drafts.Where(d => d.Rule == Rule.Quotation && d.Cue is not null).Select(d => d.Cue!.Head).ToHashSet();
        var demanded = acts.Select(a => a.Content[0].First).ToHashSet();
        var inDemand = acts.SelectMany(a => Enumerable.Range(a.Content[0].First, a.Content[0].Last - a.Content[0].First + 1)).ToHashSet();
        drafts.RemoveAll(d => d.Cue is { } cue && (governors.Contains(cue.Head) || demanded.Contains(cue.Head)
            || d.Rule == Rule.Fronted && quoting.Contains(cue.Head) || cue.Part == CuePart.Noun && inDemand.Contains(cue.Head)));
    }
}
