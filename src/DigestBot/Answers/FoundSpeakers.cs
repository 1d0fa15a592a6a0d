using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Who is meant by one name of a question.</summary>
internal sealed record FoundSpeakers
{
    /// <summary>The name as asked.</summary>
    public required string Asked { get; init; }

    /// <summary>Who is meant; several only where none of a name's bearers dominates, or where a title has several holders. Empty where nobody is.</summary>
    public IReadOnlyList<StoredSpeaker> Speakers { get; init; } = [];

    /// <summary>For those without a name ("Russian officials"): the words by which their statements are found; countries in any of their words.</summary>
    public IReadOnlyList<string>? PeopleWords { get; init; }

    /// <summary>What may stand instead of each of <see cref="PeopleWords"/>, beside a country's words.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> PeopleSynonyms { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Whom these speak for, who says nothing himself; null where they speak for themselves.</summary>
    public string? SpeaksFor { get; init; }

    /// <summary>The name was taken for another, mistyped one.</summary>
    public bool IsMistyped { get; init; }

    /// <summary>Whether anybody is meant.</summary>
    public bool IsKnown => Speakers.Count > 0 || PeopleWords is not null;

    /// <summary>The name to answer with.</summary>
    public string Name => Speakers.Count == 1 ? Speakers[0].Name : SpeaksFor ?? Asked;
}
