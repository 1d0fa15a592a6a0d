using DigestBot.Attribution.Quotations;
using DigestBot.Attribution.Syntax;

namespace DigestBot.Attribution;

/// <summary>One sentence: tokens [First, Last) of the document, and its paragraph's index.</summary>
internal readonly record struct Sentence(int First, int Last, int Paragraph);

/// <summary>
/// A text on its way through the stages: each stage fills in its part and reads what earlier ones have left. Not shared
/// between threads.
/// </summary>
internal sealed class Document(string text)
{
    /// <summary>The story as given; no stage ever changes it.</summary>
    public string Text { get; } = text;

    /// <summary>All tokens in text order, filled by the tokenizer.</summary>
    public Token[] Tokens { get; set; } = [];

    /// <summary>All sentences in text order, filled by the sentence splitter.</summary>
    public Sentence[] Sentences { get; set; } = [];

    /// <summary>Each word's dependents, for the sentences that have been parsed.</summary>
    public Dependencies Dependencies { get; set; } = Dependencies.Empty;

    /// <summary>The story's quotations, found once its sentences are known.</summary>
    public QuotedText Quoted { get; set; } = QuotedText.None;

    /// <summary>The word of token <paramref name="index"/>, as it stands.</summary>
    public ReadOnlySpan<char> Word(int index) => Text.AsSpan(Tokens[index].Start, Tokens[index].End - Tokens[index].Start);
}
