namespace DigestBot.Stories;

/// <summary>
/// Remembers the story of each watched file: one that goes on where it ended before is the same story, and keeps its id. So a file that
/// its writer closed half-way leaves no half story behind in the archive.
/// </summary>
internal sealed class GrowingStories
{
    private readonly Dictionary<string, (string Id, int Length, string Hash)> _last = [];

    /// <summary>The batch, its story under the id that it had when it was shorter.</summary>
    public StoryBatch Recognise(string file, StoryBatch batch)
    {
        if (batch.Stories is not [{ } story])
        {
            return batch;
        }

        var hasGrown = _last.TryGetValue(file, out var before) && story.Text.Length > before.Length && StoryId.Hash(story.Text[..before.Length]) == before.Hash;
        var kept = hasGrown ? story with { Id = before.Id } : story;
        _last[file] = (kept.Id, kept.Text.Length, StoryId.Hash(kept.Text));
        return batch with { Stories = [kept] };
    }
}
