using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Where an answer is looked for: whose archive, and which part of it.</summary>
internal sealed record Scope(string Workspace, StatementFilter Filter)
{
    /// <summary>The one story that is asked about; null for all.</summary>
    public string? StoryId => Filter.StoryId;
}
