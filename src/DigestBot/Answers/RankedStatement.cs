using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>A statement with what speaks for it as an answer; each part from 0 to 1.</summary>
internal sealed record RankedStatement(StoredStatement Statement)
{
    /// <summary>The cue is the very verb asked for, or the act is.</summary>
    public double Verb { get; init; }

    /// <summary>Share of the topic's words in the content and among those whom it mentions.</summary>
    public double Topic { get; init; }

    /// <summary>All of the topic's words stand in the statement, its headline or its paragraph.</summary>
    public bool IsNearAllWords { get; init; }

    /// <summary>The text search's score (BM25) against the best of this question.</summary>
    public double Text { get; init; }

    /// <summary>What the form asks for is in it.</summary>
    public double Clue { get; init; }

    /// <summary>Newer statements over older ones.</summary>
    public double Recency { get; init; }

    /// <summary>How sure the reading is, how near to the story's beginning, quotations and full clauses over fragments.</summary>
    public double Prominence { get; init; }

    /// <summary>The weighted sum that orders lines.</summary>
    public double Total => (3 * Topic) + (2 * Verb) + (2 * Clue) + Text + (0.6 * Recency) + (1.8 * Prominence);

    /// <summary>Other statements of the same content.</summary>
    public IReadOnlyList<StoredStatement> Same { get; init; } = [];
}
