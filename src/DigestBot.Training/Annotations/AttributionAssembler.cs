using DigestBot.Attribution;

namespace DigestBot.Training.Annotations;

/// <summary>Puts the tags that bear one number together into one attribution.</summary>
internal sealed class AttributionAssembler(string file, int bodyLine, InlineText inline, List<CorpusProblem> problems)
{
    public List<AnnotatedAttribution> Attributions()
    {
        List<AnnotatedAttribution> attributions = [];
        var byId = inline.Pieces.Where(piece => piece.Tag != 'm').SelectMany(piece => piece.Ids, (piece, id) => (id, piece)).ToLookup(pair => pair.id, pair => pair.piece);
        foreach (var group in byId.OrderBy(group => group.Key))
        {
            var content = group.Where(piece => piece.Tag == 'c').ToList();
            if (content.Count == 0)
            {
                Report(group.First(), $"Attribution {group.Key} has no content: add <c {group.Key} Says>…</c>.");
                continue;
            }

            var speakers = group.Where(piece => piece.Tag == 's').ToList();
            attributions.Add(new AnnotatedAttribution
            {
                Id = group.Key,
                Speaker = [.. speakers.Select(piece => piece.Span)],
                Person = speakers.FirstOrDefault()?.Label,
                Cue = [.. group.Where(piece => piece.Tag == 'q').Select(piece => piece.Span)],
                Content = [.. content.Select(piece => piece.Span)],
                Act = ActOf(group.Key, content),
            });
        }

        return attributions;
    }

    /// <summary>All mentions, the speakers' included; a tag whose person the header does not declare is a problem.</summary>
    public List<AnnotatedMention> Mentions(List<CorpusPerson> people)
    {
        List<AnnotatedMention> mentions = [];
        foreach (var piece in inline.Pieces.Where(piece => piece.Tag is 's' or 'm'))
        {
            if (piece.Label is null || people.TrueForAll(person => person.Key != piece.Label))
            {
                Report(piece, $"‘{piece.Span.Of(inline.Text)}’: {piece.Label ?? "nobody"} is not declared: name one of the header's people in the tag " +
                    "or add ‘p1 = Full Name (m|f|body|group|work|unnamed): description’ to the header.");
                continue;
            }

            mentions.Add(new AnnotatedMention(piece.Span, piece.Label));
        }

        return mentions;
    }

    private SpeechAct ActOf(int id, List<TaggedPiece> content)
    {
        if (!Enum.TryParse<SpeechAct>(content[0].Label, out var act))
        {
            Report(content[0], $"The first content of attribution {id} has no act: write <c {id} Act> with one of {string.Join(", ", Enum.GetNames<SpeechAct>())}.");
        }

        if (content.Skip(1).FirstOrDefault(piece => piece.Label is not null) is { } second)
        {
            Report(second, $"The act of attribution {id} stands on its first content alone: write <c {id}> here.");
        }

        return act;
    }

    private void Report(TaggedPiece piece, string message) =>
        problems.Add(new CorpusProblem(file, bodyLine + inline.Text.AsSpan(0, piece.Span.Start).Count('\n'), message));
}
