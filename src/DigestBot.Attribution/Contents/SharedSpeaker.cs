using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Contents;

/// <summary>
/// Tells a second deed of the speaker from what the speaker reports: "said the plan would fail and accused the mayor". The parser hangs such a verb on
/// the clause before it, and makes the plan accuse.
/// </summary>
internal static class SharedSpeaker
{
    private const int LongestWay = 80;

    /// <summary>The cue before <paramref name="cue"/> whose speaker it shares over "and" or "but"; null where it has one of its own or is part of what is said.</summary>
    public static Cue? Of(Surroundings story, Cue cue)
    {
        var document = story.Document;
        var conjunction = cue.First - 1;
        if (conjunction < 1 || !(document.IsWord(conjunction, "and") || document.IsWord(conjunction, "but")) || !IsDeed(document, cue))
        {
            return null;
        }

        var sentence = document.Sentences[document.Tokens[cue.Head].Sentence];
        var hasComma = document.Word(conjunction - 1)[0] is ',';
        Cue? first = null;
        for (var i = conjunction - 1; i >= sentence.First && i > conjunction - LongestWay; i--)
        {
            if (story.Quoted.At(i) != story.Quoted.At(cue.Head))
            {
                continue;
            }

            if (document.Word(i)[0] is ';' || first is null && !hasComma && document.Tokens[i].Tag is "WRB" or "WDT" or "WP" && !document.IsWord(i, "that"))
            {
                return first;
            }

            first = story.CueAt(i) is { } before && before.First > sentence.First && IsDeed(document, before) && document.Tokens[before.First].Tag == document.Tokens[cue.First].Tag ? before : first;
        }

        return first;
    }

    // A finite verb in the active that tells what somebody did by speaking, not what he thought or hoped.
    private static bool IsDeed(Document document, Cue cue) =>
        cue is { Part: CuePart.Verb, IsPassive: false } && document.Tokens[cue.First].Tag is "VBD" or "VBZ" && Array.Exists(cue.Entries, e => e.Act is not (SpeechAct.Thinks or SpeechAct.Expects));
}
