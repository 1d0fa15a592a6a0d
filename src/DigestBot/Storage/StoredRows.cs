using DigestBot.Attribution;

namespace DigestBot.Storage;

/// <summary>A feed by its address: where a story came from. What a shared feed brings, every workspace sees.</summary>
public sealed record Feed(string Address, bool IsShared)
{
    /// <summary>Stories from the watched folder.</summary>
    public static Feed Folder { get; } = new("local:folder", IsShared: true);

    /// <summary>Stories that the terminal's ingest command stored.</summary>
    public static Feed Terminal { get; } = new("local:terminal", IsShared: true);

    /// <summary>Stories that were pushed to POST /stories.</summary>
    public static Feed Push { get; } = new("local:push", IsShared: true);
}

/// <summary>A speaker of the archive, joined over its stories.</summary>
public sealed record StoredSpeaker
{
    /// <summary>Row id.</summary>
    public required long Id { get; init; }

    /// <summary>The name that most stories give in full.</summary>
    public required string Name { get; init; }

    /// <summary>Person, body or unnamed.</summary>
    public required SpeakerKind Kind { get; init; }

    /// <summary>The last description that a story gave ("Syrian opposition leader"), where one did.</summary>
    public string? Description { get; init; }

    /// <summary>Gender as far as the stories show it.</summary>
    public Gender Gender { get; init; }

    /// <summary>Number of its statements that the workspace can see.</summary>
    public int Statements { get; init; }

    /// <summary>Number of stories visible to the workspace in which it is mentioned.</summary>
    public int Stories { get; init; }

    /// <summary>Time of its first statement (publication, or arrival where that is unknown).</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>Time of its last statement.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>Every spelling seen, the commonest first.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}

/// <summary>What one story says that a speaker is, at its place.</summary>
public sealed record StoredDescription
{
    /// <summary>The speaker's name in that story.</summary>
    public required string Name { get; init; }

    /// <summary>The description in the story's words: "Syrian opposition leader".</summary>
    public required string Description { get; init; }

    /// <summary>Where it stands in the story's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The story's id.</summary>
    public required string StoryId { get; init; }

    /// <summary>The story's headline.</summary>
    public required string Title { get; init; }

    /// <summary>The story's outlet, where known.</summary>
    public string? Outlet { get; init; }

    /// <summary>The story's address, where known.</summary>
    public string? Url { get; init; }

    /// <summary>The story's publication, where known.</summary>
    public DateTimeOffset? Published { get; init; }
}

/// <summary>A statement as the archive keeps it, with what is needed to show and cite it.</summary>
public sealed record StoredStatement
{
    /// <summary>Row id.</summary>
    public required long Id { get; init; }

    /// <summary>The story's id.</summary>
    public required string StoryId { get; init; }

    /// <summary>The story's headline.</summary>
    public required string Title { get; init; }

    /// <summary>The story's outlet, where known.</summary>
    public string? Outlet { get; init; }

    /// <summary>The story's address, where known.</summary>
    public string? Url { get; init; }

    /// <summary>The story's publication, where known.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Publication, or arrival where that is unknown.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The joined speaker; null where the story names nobody.</summary>
    public long? SpeakerId { get; init; }

    /// <summary>The joined speaker's name, or the noun phrase in the story.</summary>
    public required string Speaker { get; init; }

    /// <summary>The cue in the story's words.</summary>
    public required string Cue { get; init; }

    /// <summary>The cited spans joined by " … ", byte for byte.</summary>
    public required string Content { get; init; }

    /// <summary>Content spans into the story's text.</summary>
    public required IReadOnlyList<TextSpan> Spans { get; init; }

    /// <summary>Speaker spans into the story's text.</summary>
    public required IReadOnlyList<TextSpan> SpeakerSpans { get; init; }

    /// <summary>Cue spans into the story's text.</summary>
    public required IReadOnlyList<TextSpan> CueSpans { get; init; }

    /// <summary>Condition span into the story's text, where there is one.</summary>
    public TextSpan? Condition { get; init; }

    /// <summary>Addressee in the story's words, where there is one.</summary>
    public string? Addressee { get; init; }

    /// <summary>Names of the people and bodies that the content mentions, by pronoun too, joined by blanks.</summary>
    public string About { get; init; } = "";

    /// <summary>Direct, indirect or mixed.</summary>
    public required QuoteKind Kind { get; init; }

    /// <summary>What the speaker does by saying it.</summary>
    public required SpeechAct Act { get; init; }

    /// <summary>The act is said not to have taken place.</summary>
    public bool IsNegated { get; init; }

    /// <summary>How sure the engine is, from 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>BM25 over content and story for the words asked for, higher is better; 0 where none were.</summary>
    public double TextScore { get; init; }
}

/// <summary>What to look for; a null member does not restrict. Only what the workspace may see is ever found.</summary>
public sealed record StatementFilter
{
    /// <summary>Speakers, any of them.</summary>
    public IReadOnlyCollection<long>? Speakers { get; init; }

    /// <summary>Acts, any of them.</summary>
    public IReadOnlyCollection<SpeechAct>? Acts { get; init; }

    /// <summary>Words to look for in content and story; plain words, no query syntax.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>All words must occur (AND), or any (OR, ranked by BM25).</summary>
    public bool AllWords { get; init; } = true;

    /// <summary>For some of the words others that do as well ("russia": "moscow").</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Synonyms { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Words of which the cue must hold one: "wrote", "writes".</summary>
    public IReadOnlyList<string>? CueForms { get; init; }

    /// <summary>Words that all must occur in the speaker's name, noun phrase or description: "foreign", "minister".</summary>
    public IReadOnlyList<string>? PeopleWords { get; init; }

    /// <summary>Not before (publication, or arrival where that is unknown), inclusive.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Before, exclusive.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Outlets, by name without regard to case.</summary>
    public string? Outlet { get; init; }

    /// <summary>One story.</summary>
    public string? StoryId { get; init; }

    /// <summary>At most so many, best text score first, then newest; 1 to 1,000.</summary>
    public int Limit { get; init; } = 200;
}
