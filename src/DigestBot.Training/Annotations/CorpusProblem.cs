namespace DigestBot.Training.Annotations;

/// <summary>Something to mend in an annotated file; a doubt is printed but fails nothing. Lines count from 1.</summary>
internal sealed record CorpusProblem(string File, int Line, string Message, bool IsDoubt = false)
{
    public override string ToString() => $"{File}:{Line}: {(IsDoubt ? "doubt: " : "")}{Message}";
}
