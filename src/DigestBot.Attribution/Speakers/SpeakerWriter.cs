namespace DigestBot.Attribution;

/// <summary>Writes the entities of a story as its speakers, and each proposal's speaker as an id.</summary>
internal sealed class SpeakerWriter(WordView words)
{
    private readonly Dictionary<Entity, int> _ids = [];
    private readonly List<Speaker> _speakers = [];

    /// <summary>The resolution of a story whose appearances are resolved.</summary>
    public Resolution Write(List<Appearance> ordered, SpeakingTokens speaking, AppearanceMap appearances)
    {
        var speakers = speaking.Proposals.Select(proposal => appearances.At(proposal.SpeakerHead)?.Entity).ToList();
        var speak = speakers.OfType<Entity>().ToHashSet();
        foreach (var appearance in ordered)
        {
            if (appearance.Entity is { } entity && !_ids.ContainsKey(entity) && (speak.Contains(entity) || IsNotable(entity)))
            {
                _ids.Add(entity, _speakers.Count);
                _speakers.Add(SpeakerOf(entity));
            }
        }

        return new Resolution(_speakers, [.. speakers.Select(entity => entity is null ? (int?)null : _ids[entity])]);
    }

    // Who says nothing is listed where the story names it surely; countries only as somebody who acts.
    private static bool IsNotable(Entity entity) =>
        entity.Kind != SpeakerKind.Unnamed && entity.IsSure && (!entity.IsPlace || entity.Appearances.Exists(appearance => appearance.IsSubject && appearance.Kind == AppearanceKind.Name));

    private Speaker SpeakerOf(Entity entity)
    {
        var mentions = entity.Appearances.DistinctBy(appearance => appearance.Head).OrderBy(appearance => appearance.First)
            .Select(appearance => new Mention(words.SpanOf(appearance.First, appearance.Last), appearance.Kind == AppearanceKind.Pronoun)).ToList();
        var names = entity.Appearances.Where(appearance => appearance.Kind == AppearanceKind.Name || entity.Kind == SpeakerKind.Unnamed && appearance.Kind == AppearanceKind.Noun)
            .OrderBy(appearance => appearance.First).Select(appearance => words.TextOf(appearance.First, appearance.Last)).Distinct().ToList();
        return new Speaker
        {
            Id = _speakers.Count,
            Name = entity.Name,
            Kind = entity.Kind,
            Gender = entity.IsHuman ? entity.Gender : Gender.Unknown,
            Description = entity.Description,
            Mentions = mentions,
            Aliases = names.Count > 0 ? names : [entity.Name],
        };
    }
}
