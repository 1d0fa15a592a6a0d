using DigestBot.Attribution;

namespace DigestBot.Training.Annotations;

/// <summary>A stretch between an opening tag and its end: <paramref name="Tag"/> is s, q, c or m, <paramref name="Label"/> what follows the ids.</summary>
internal sealed record TaggedPiece(char Tag, IReadOnlyList<int> Ids, string? Label, TextSpan Span);

/// <summary>A body parted into its plain text and its tags.</summary>
internal sealed record InlineText(string Text, IReadOnlyList<TaggedPiece> Pieces);
