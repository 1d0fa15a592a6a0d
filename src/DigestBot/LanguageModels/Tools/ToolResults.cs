using DigestBot.Answers;

namespace DigestBot.LanguageModels.Tools;

/// <summary>Statements that a tool found, each with its citation.</summary>
internal sealed record WrittenStatements(IReadOnlyList<WrittenLine> Statements);

/// <summary>People and bodies that a tool found.</summary>
internal sealed record WrittenPeople(IReadOnlyList<WrittenPerson> People);

/// <summary>Somebody who speaks in the archive.</summary>
/// <param name="Description">What a story says that they are.</param>
/// <param name="Aliases">Other spellings.</param>
internal sealed record WrittenPerson(string Name, string Kind, string? Description, IReadOnlyList<string> Aliases, int Statements, int Stories, DateTimeOffset? First, DateTimeOffset? Last);

/// <summary>One story with who says what in it; spans of the statements count UTF-16 positions of <see cref="Text"/>.</summary>
/// <param name="IsCut">The text goes on behind what is given.</param>
internal sealed record WrittenStory(string StoryId, string Title, string? Outlet, DateTimeOffset? Published, string? Url, string Text, bool IsCut, IReadOnlyList<WrittenLine> Statements);
