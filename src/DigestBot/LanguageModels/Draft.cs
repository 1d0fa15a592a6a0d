using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DigestBot.LanguageModels;

/// <summary>What a model is asked for: sentences over numbered statements. Nothing of it is shown before it is checked.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Made by the JSON reader")]
internal sealed record Draft
{
    [Description("One to four sentences")]
    public required IReadOnlyList<DraftSentence> Sentences { get; init; }
}

/// <summary>One sentence as the model wrote it.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Made by the JSON reader")]
internal sealed record DraftSentence
{
    [Description("The sentence; {3} stands for the words of statement 3")]
    public required string Text { get; init; }

    [Description("Numbers of the statements on which the sentence rests")]
    public required IReadOnlyList<int> Statements { get; init; }
}
