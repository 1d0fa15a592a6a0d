using DigestBot.Attribution;

namespace DigestBot.Training.Annotations;

/// <summary>One annotated article: its plain text and everything that was marked in it. Spans lie in <see cref="Text"/>.</summary>
internal sealed record CorpusArticle
{
    /// <summary>The file's name without its ending: three digits, a dash, a slug.</summary>
    public required string Id { get; init; }

    /// <summary>The header's lines by key (title, outlet, date, style, topic, licence …), people excepted.</summary>
    public required IReadOnlyDictionary<string, string> Header { get; init; }

    public required IReadOnlyList<CorpusPerson> People { get; init; }

    /// <summary>The body without its tags; the title is its first paragraph.</summary>
    public required string Text { get; init; }

    public required IReadOnlyList<AnnotatedAttribution> Attributions { get; init; }

    /// <summary>Every mention of a person of the header, the speakers' own included, in the order of the text.</summary>
    public required IReadOnlyList<AnnotatedMention> Mentions { get; init; }

    /// <summary>Every fifth article by its number is kept out of training and is the corpus's own test.</summary>
    public bool IsTest => int.TryParse(Id.AsSpan(0, Math.Min(3, Id.Length)), out var number) && number % 5 == 0;
}

/// <summary>Somebody who is mentioned: kind is m, f, body, group, work (a report, a poll, a law) or unnamed.</summary>
internal sealed record CorpusPerson(string Key, string Name, string Kind, string Description);

/// <summary>One mention of <paramref name="Person"/> (a key of the header).</summary>
internal sealed record AnnotatedMention(TextSpan Span, string Person);

/// <summary>Who (Speaker) says (Cue) what (Content), and what is done by saying it (Act), as a person marked it.</summary>
internal sealed record AnnotatedAttribution
{
    /// <summary>The number that ties the tags together; unique in its article.</summary>
    public required int Id { get; init; }

    /// <summary>Empty where the article names no source.</summary>
    public required IReadOnlyList<TextSpan> Speaker { get; init; }

    /// <summary>The speaker's key in the header; null where the article names no source.</summary>
    public string? Person { get; init; }

    public required IReadOnlyList<TextSpan> Cue { get; init; }

    /// <summary>At least one piece, in the order of the text.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    public required SpeechAct Act { get; init; }

    /// <summary>From the start of the first to the end of the last of its tags.</summary>
    public TextSpan Extent => new(
        Speaker.Concat(Cue).Concat(Content).Min(span => span.Start),
        Speaker.Concat(Cue).Concat(Content).Max(span => span.End));

    /// <summary>Whether all of it stands inside one piece of another's content.</summary>
    public bool IsNestedIn(AnnotatedAttribution other) => other.Id != Id && other.Content.Any(piece => piece.Contains(Extent));
}
