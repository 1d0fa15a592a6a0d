namespace DigestBot.Stories;

/// <summary>
/// Looks at a folder again and again and tells which files have become ready: new or changed since they were last dealt with, unchanged
/// from one look to the next, and open for writing in no program.
/// </summary>
internal sealed class FolderLook(string folder, TimeProvider clock)
{
    // At the first look there is none before, so a file's age must do.
    private static readonly TimeSpan _old = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, State> _dealtWith = [];
    private Dictionary<string, State>? _last;

    /// <summary>Whether the last look found files that were not ready yet.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>The files that are ready now, by name; again and again until <see cref="Done"/> is told.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public IReadOnlyList<string> Ready()
    {
        var now = States();
        foreach (var gone in _dealtWith.Keys.Where(file => !now.ContainsKey(file)).ToArray())
        {
            _dealtWith.Remove(gone);
        }

        string[] changed = [.. now.Where(f => _dealtWith.GetValueOrDefault(f.Key) != f.Value).Select(f => f.Key).Order(StringComparer.Ordinal)];
        string[] ready = [.. changed.Where(file => StandsStill(file, now[file]) && !FileWriters.Has(file))];
        IsWaiting = ready.Length < changed.Length;
        _last = now;
        return ready;
    }

    /// <summary>The file was dealt with as the last look saw it.</summary>
    public void Done(string file) => _dealtWith[file] = _last![file];

    private bool StandsStill(string file, State state) =>
        _last is null ? clock.GetUtcNow().UtcDateTime - state.Written > _old : _last.GetValueOrDefault(file) == state;

    private Dictionary<string, State> States()
    {
        Dictionary<string, State> states = [];
        foreach (var file in StoryFiles.InFolder(folder).Select(f => new FileInfo(f)))
        {
            // Gone between the listing and now.
            if (file.Exists)
            {
                states[file.FullName] = new State(file.Length, file.LastWriteTimeUtc);
            }
        }
        return states;
    }

    private sealed record State(long Size, DateTime Written);
}
