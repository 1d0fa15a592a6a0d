using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>Sets what two speakers say on one matter side by side, as many lines of the one as of the other.</summary>
internal sealed class Comparisons(Store store)
{
    private readonly SpeakerFinder _speakers = new(store);
    private readonly StatementChooser _chooser = new(store);
    private readonly NothingFound _nothing = new(store);

    /// <summary>Both sides on what <paramref name="asked"/> is about.</summary>
    public async Task<Comparison> CompareAsync(Scope scope, Question asked, string left, string right, CancellationToken cancel)
    {
        var one = await SideAsync(scope, asked with { Speakers = [left] }, cancel);
        var two = await SideAsync(scope, asked with { Speakers = [right] }, cancel);
        var shown = one.Said.Count == 0 || two.Said.Count == 0 ? Comparison.MostOfEach : Math.Min(Comparison.MostOfEach, Math.Min(one.Said.Count, two.Said.Count));
        return new Comparison
        {
            Text = AnswerText.OverSides(asked, (one.Speaker, one.Said.Count), (two.Speaker, two.Said.Count)),
            Left = await ShownAsync(scope, one, shown, cancel),
            Right = await ShownAsync(scope, two, shown, cancel),
        };
    }

    private async Task<Side> SideAsync(Scope scope, Question asked, CancellationToken cancel)
    {
        var speaker = await _speakers.FindAsync(scope, asked.Speakers[0], cancel);
        var right = speaker.IsKnown ? (await _chooser.ChooseAsync(scope, asked, [speaker], cancel)).Right : [];
        return new Side(asked, speaker, [.. SameContent.Join(right.Take(Selection.MostCompared)).Take(Selection.MostPaged)]);
    }

    private async Task<ComparedSide> ShownAsync(Scope scope, Side side, int shown, CancellationToken cancel)
    {
        if (side.Said.Count == 0)
        {
            return new ComparedSide { Name = side.Speaker.Name, Answer = await _nothing.SayAsync(scope, side.Asked, [side.Speaker], cancel) };
        }

        AnswerLine[] lines = [.. side.Said.Select(AnswerLines.Of)];
        var count = Math.Min(shown, lines.Length);
        return new ComparedSide
        {
            Name = side.Speaker.Name,
            Answer = new Answer { Answered = true, Text = AnswerText.Over(side.Asked, side.Speaker.Name, lines[..count], lines.Length), Lines = lines[..count], More = lines[count..] },
        };
    }

    private sealed record Side(Question Asked, FoundSpeakers Speaker, IReadOnlyList<RankedStatement> Said);
}
