using System.Text;
using System.Text.RegularExpressions;
using DigestBot.Attribution;

namespace DigestBot.Training.Annotations;

/// <summary>Reads the inline form: takes the tags out of a body and keeps where they stood.</summary>
internal sealed partial class InlineReader(string file, int firstLine, List<CorpusProblem> problems)
{
    private readonly StringBuilder _text = new();
    private readonly Stack<OpenTag> _open = new();
    private readonly List<TaggedPiece> _pieces = [];
    private int _line = firstLine;

    /// <summary>The body's text and pieces; what is wrong with its tags goes to the list of problems.</summary>
    public InlineText Read(string body)
    {
        var position = 0;
        foreach (Match tag in AnyTag().Matches(body))
        {
            Append(body[position..tag.Index]);
            position = tag.Index + tag.Length;
            if (tag.Groups["end"].Length > 0)
            {
                Close(tag.Groups["name"].Value[0]);
            }
            else
            {
                Open(tag);
            }
        }

        Append(body[position..]);
        foreach (var tag in _open)
        {
            Report(tag.Line, $"<{tag.Name} {string.Join(",", tag.Ids)}{tag.Label}> is never closed: write </{tag.Name}> where it ends.");
        }

        return new InlineText(_text.ToString(), [.. _pieces.OrderBy(piece => piece.Span.Start).ThenByDescending(piece => piece.Span.End)]);
    }

    private void Append(string text)
    {
        var bad = text.IndexOfAny(['<', '>']);
        if (bad >= 0)
        {
            var line = _line + text.AsSpan(0, bad).Count('\n');
            Report(line, $"‘{Around(text, bad)}’ is no tag: write <s 1 p1>, <q 1>, <c 1 Says>, <m p1> and </s>, </q>, </c>, </m>.");
        }

        _text.Append(text);
        _line += text.AsSpan().Count('\n');
    }

    private void Open(Match tag)
    {
        var name = tag.Groups["name"].Value[0];
        var ids = tag.Groups["ids"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToList();
        var label = tag.Groups["label"].Success ? tag.Groups["label"].Value : null;
        if (name == 'm' ? ids.Count > 0 || label is null : ids.Count == 0)
        {
            Report(_line, $"{tag.Value} is incomplete: " + (name == 'm' ? "write the person alone, <m p1>." : $"write the attribution's number, <{name} 1 …>."));
        }

        _open.Push(new OpenTag(name, ids, label, _text.Length, _line));
    }

    private void Close(char name)
    {
        if (!_open.TryPeek(out var tag) || tag.Name != name)
        {
            Report(_line, _open.Count == 0
                ? $"</{name}> closes nothing: delete it, or open <{name} …> before it."
                : $"</{name}> stands where </{_open.Peek().Name}> is due: tags close in the reverse order of their opening.");
            return;
        }

        _open.Pop();
        _pieces.Add(new TaggedPiece(name, tag.Ids, tag.Label, new TextSpan(tag.Start, _text.Length)));
    }

    private void Report(int line, string message) => problems.Add(new CorpusProblem(file, line, message));

    private static string Around(string text, int position) =>
        text[Math.Max(0, position - 10)..Math.Min(text.Length, position + 20)].ReplaceLineEndings(" ");

    [GeneratedRegex(@"<(?<end>/?)(?<name>[sqcm])(?: (?<ids>\d+(?:,\d+)*))?(?: (?<label>\w+))?>")]
    private static partial Regex AnyTag();

    private sealed record OpenTag(char Name, IReadOnlyList<int> Ids, string? Label, int Start, int Line);
}
