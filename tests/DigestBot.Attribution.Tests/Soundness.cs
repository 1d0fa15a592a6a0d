namespace DigestBot.Attribution.Tests;

/// <summary>What holds of the reading of any text at all, however broken.</summary>
internal static class Soundness
{
    /// <summary>Everything about <paramref name="reading"/> that cannot be true of <paramref name="text"/>; nothing for a sound one.</summary>
    public static List<string> Faults(string text, Reading reading)
    {
        var faults = new List<string>();
        for (var i = 0; i < reading.Statements.Count; i++)
        {
            faults.AddRange(Faults(text, reading, i).Select(fault => $"statement {i}: {fault}"));
        }

        for (var i = 0; i < reading.Speakers.Count; i++)
        {
            faults.AddRange(Faults(text, reading.Speakers[i], i).Select(fault => $"speaker {i}: {fault}"));
        }

        return faults;
    }

    private static IEnumerable<string> Faults(string text, Reading reading, int index)
    {
        var statement = reading.Statements[index];
        TextSpan[] around = [.. statement.CueSpans, .. statement.SpeakerSpans];
        return Named(
            ("has content", statement.ContentSpans.Count > 0),
            ("stands in the text, word by word", statement.ContentSpans.Concat(around).All(span => IsWords(text, span))),
            ("content in text order", IsOrdered(statement.ContentSpans)),
            ("cue and speaker in text order", IsOrdered(statement.CueSpans) && IsOrdered(statement.SpeakerSpans)),
            ("condition inside the content", statement.Condition is not { } condition || statement.ContentSpans.Any(span => span.Contains(condition))),
            ("addressee in the text", statement.Addressee is not { } addressee || IsWords(text, addressee)),
            ("speaker among those of the story", statement.SpeakerId is not { } id || (id >= 0 && id < reading.Speakers.Count)),
            ("within another, and that way out of all", IsInsideOut(reading, index)),
            ("statements by their content's start", index == 0 || reading.Statements[index - 1].ContentSpans[0].Start <= statement.ContentSpans[0].Start),
            ("confidence is a share", statement.Confidence is > 0 and <= 1));
    }

    private static IEnumerable<string> Faults(string text, Speaker speaker, int index) => Named(
        ("numbered by place", speaker.Id == index),
        ("has a name", speaker.Name.Length > 0),
        ("mentions stand in the text", speaker.Mentions.All(mention => IsWords(text, mention.Span))),
        ("mentions by their start, none twice", speaker.Mentions.Zip(speaker.Mentions.Skip(1)).All(pair => pair.First.Span.Start <= pair.Second.Span.Start && pair.First.Span != pair.Second.Span)),
        ("description in the text", speaker.Description is not { } description || IsWords(text, description)));

    private static IEnumerable<string> Named(params (string Fact, bool Holds)[] facts) => facts.Where(fact => !fact.Holds).Select(fact => $"not so: {fact.Fact}");

    private static bool IsInsideOut(Reading reading, int index)
    {
        var steps = 0;
        int? outer = index;
        while (outer is { } place && steps++ <= reading.Statements.Count)
        {
            if (place < 0 || place >= reading.Statements.Count)
            {
                return false;
            }

            outer = reading.Statements[place].Within;
        }

        return outer is null;
    }

    // Inside the text, not empty, no space at either end, and no pair of surrogates cut in two.
    private static bool IsWords(string text, TextSpan span) =>
        span.Start >= 0 && span.Start < span.End && span.End <= text.Length
        && !char.IsWhiteSpace(text[span.Start]) && !char.IsWhiteSpace(text[span.End - 1])
        && !IsInsidePair(text, span.Start) && !IsInsidePair(text, span.End);

    private static bool IsInsidePair(string text, int position) =>
        position > 0 && position < text.Length && char.IsHighSurrogate(text[position - 1]) && char.IsLowSurrogate(text[position]);

    private static bool IsOrdered(IReadOnlyList<TextSpan> spans) => spans.Zip(spans.Skip(1)).All(pair => pair.First.End <= pair.Second.Start);
}
