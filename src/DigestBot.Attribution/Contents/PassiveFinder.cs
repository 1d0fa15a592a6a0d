using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Contents;

/// <summary>Finds the content of a passive cue: "was accused of lying", "is expected to win", "was rejected by".</summary>
internal sealed class PassiveFinder(Surroundings story)
{
    private readonly Document _document = story.Document;

    /// <summary>The subject and what is said of it, or null where the passive tells of nothing said.</summary>
    public Draft? Find(Cue cue)
    {
        var subject = _document.Subject(cue.Head);
        var complement = _document.ChildAfter(cue.Head, "xcomp", cue.Last);
        if (subject >= 0 && subject < cue.First && complement >= 0 && cue.With(Frames.ObjectInfinitive | Frames.Complement | Frames.Clause) is { } entry)
        {
            var end = ContentEnd.Of(story, cue, complement, _document.Dependencies.Last(complement));
            return Draft.Of(story, cue, entry, Rule.ObjectInfinitive, Subject(cue, subject), new TokenRange(Math.Max(cue.Last + 1, _document.Dependencies.First(complement)), end));
        }

        if (subject >= 0 && subject < cue.First && _document.ChildThatBegins(cue.Head, cue.Last + 1, "of") is var charge and >= 0 && cue.With(Frames.ObjectOf) is { } accuse)
        {
            return Draft.Of(story, cue, accuse, Rule.Complement, Subject(cue, subject), new TokenRange(cue.Last + 2, _document.Dependencies.Last(charge))) with
            {
                CueRange = new TokenRange(cue.First, cue.Last + 1),
            };
        }

        if (subject >= 0 && subject < cue.First && cue.With(Frames.Object) is { } passive && story.SourceOf(cue).IsNamed)
        {
            return Draft.Of(story, cue, passive, Rule.Object, Subject(cue, subject));
        }

        return null;
    }

    private TokenRange Subject(Cue cue, int subject) =>
        ParsedPhrase.Of(_document, subject, new TokenRange(_document.Dependencies.First(subject), cue.First - 1)).Range;
}
