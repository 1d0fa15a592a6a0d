using DigestBot.Answers;
using DigestBot.LanguageModels;

namespace DigestBot.Chat;

/// <summary>
/// Puts the language model's checked sentences into a reply: under its direct sentence, over the same cited lines. The reply itself stays as it
/// is where there is no prose, so that nobody notices a model that is missing, slow or wrong.
/// </summary>
internal sealed class ProseReply(ProseWriter writer, Researcher researcher)
{
    private const int LongestQuotation = 300;

    private static readonly string[] _told = ["ask", "said", "timeline", "digest"];

    /// <summary>Whether prose may be written over the reply at all.</summary>
    public static bool IsFor(Command command, Reply reply) => _told.Contains(command.Verb) && ((reply.Found && Lines(reply).Count > 0) || IsPuzzle(command, reply));

    /// <summary>The reply with the prose that was written over the same lines before; null where none was.</summary>
    public Reply? Known(Command command, Reply plain) =>
        IsFor(command, plain) && !plain.IsPuzzled && writer.Known(command.Text, Lines(plain)) is { } prose ? With(plain, prose) : null;

    /// <summary>The reply with prose, or null where the plain one stands.</summary>
    public async Task<Reply?> WriteAsync(Command command, Reply plain, CancellationToken cancel)
    {
        if (!IsFor(command, plain))
        {
            return null;
        }

        if (!plain.IsPuzzled)
        {
            return await writer.WriteAsync(command.Workspace, command.Text, Lines(plain), cancel) is { } prose ? With(plain, prose) : null;
        }

        return await researcher.AnswerAsync(command.Workspace, command.Text, cancel) is var (written, lines)
            ? With(new Reply { Text = "", Sections = [new ReplySection { Lines = lines }], IsPrivate = plain.IsPrivate }, written)
            : null;
    }

    private static bool IsPuzzle(Command command, Reply reply) => reply.IsPuzzled && command is { Verb: "ask", Previous.Count: 0 };

    private static IReadOnlyList<AnswerLine> Lines(Reply reply) => [.. reply.Sections.SelectMany(s => s.Lines)];

    private static Reply With(Reply plain, Prose prose)
    {
        // Formats number the stories in the order of the lines: so do the sentences.
        CitedStories notes = new();
        foreach (var line in Lines(plain))
        {
            _ = notes.NumbersOf(line).Count();
        }

        var text = string.Join(' ', prose.Sentences.Select(s => Write(s, notes)));
        return plain.Text.Length == 0 ? plain with { Text = text } : plain with { Text = $"{plain.Text}\n{text}", Prose = text };
    }

    private static string Write(ProseSentence sentence, CitedStories notes)
    {
        var text = string.Concat(sentence.Parts.Select(p => p.Quoted is { } line ? QuotedContent.Of(line, LongestQuotation) : p.Text)).TrimEnd('.', ' ');
        return $"{text}. {string.Join(' ', sentence.Lines.SelectMany(notes.NumbersOf).Distinct().Select(CitedStories.Mark))}";
    }
}
