namespace DigestBot.Benchmarks;

/// <summary>What answering costs in an archive of one size.</summary>
/// <param name="Statements">How many the archive holds.</param>
/// <param name="Bytes">Size of its file, index included.</param>
/// <param name="Median">Half of the questions take no longer: milliseconds by the clock.</param>
/// <param name="Slowest">99 of 100 take no longer: milliseconds by the clock.</param>
/// <param name="Processor">Milliseconds of the processor a question, collections included.</param>
/// <param name="MemoryAtHalf">Bytes of working memory after half of the questions.</param>
/// <param name="Memory">Bytes of working memory after all of them.</param>
internal sealed record AskCost(int Statements, long Bytes, double Median, double Slowest, double Processor, long MemoryAtHalf, long Memory)
{
    /// <summary>One line of a table in Markdown.</summary>
    public string Row => $"| {Statements:N0} | {Bytes / 1_000_000:N0} MB | {Median:F1} ms | {Slowest:F1} ms | {Processor:F1} ms | {MemoryAtHalf / 1_000_000:N0} MB | {Memory / 1_000_000:N0} MB |";

    /// <summary>The head of that table.</summary>
    public const string Head = """
        | Statements | File | p50 | p99 | Processor | Memory, half way | Memory, at the end |
        |---:|---:|---:|---:|---:|---:|---:|
        """;
}
