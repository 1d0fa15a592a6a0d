using DigestBot.Answers;

namespace DigestBot.LanguageModels;

/// <summary>Checked sentences over cited lines.</summary>
internal sealed record Prose(IReadOnlyList<ProseSentence> Sentences);

/// <summary>A sentence that agrees with all that it cites.</summary>
/// <param name="Parts">Its text, in order.</param>
/// <param name="Lines">The lines that it rests on.</param>
internal sealed record ProseSentence(IReadOnlyList<ProsePart> Parts, IReadOnlyList<AnswerLine> Lines);

/// <summary>A piece of a sentence: words of the model's, or a line whose exact content stands here.</summary>
internal sealed record ProsePart(string Text, AnswerLine? Quoted = null);
