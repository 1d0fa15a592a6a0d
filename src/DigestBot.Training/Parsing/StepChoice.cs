using DigestBot.Attribution.Syntax;

namespace DigestBot.Training.Parsing;

/// <summary>The steps that are allowed in a state, and those among them that lose the fewest gold arcs and label theirs right.</summary>
internal readonly struct StepChoice
{
    private readonly AllowedSteps _allowed;
    private readonly int _shift;
    private readonly bool _canShift;
    private readonly int _left;
    private readonly int _right;

    /// <summary>The choice in <paramref name="state"/> by <paramref name="oracle"/>.</summary>
    public StepChoice(Transitions transitions, ParserState state, Oracle oracle)
    {
        _allowed = transitions.Allowed(state);
        _shift = transitions.Shift;
        var hasBuffer = state.Buffer < state.Root;
        var shift = hasBuffer ? oracle.ShiftCost(state) : int.MaxValue;
        var left = hasBuffer ? oracle.LeftCost(state) : int.MaxValue;
        var right = state.Depth > 1 ? oracle.RightCost(state) : int.MaxValue;
        var least = Math.Min(shift, Math.Min(left, right));
        var label = oracle.Label(state.Stack(0));
        _canShift = shift == least;
        _left = left == least ? transitions.Of(isLeft: true, label) : -1;
        _right = right == least ? transitions.Of(isLeft: false, label) : -1;
        if (!_canShift && _left < 0 && _right < 0)
        {
            // Only an arc with a relation that never stands on this side would be right: any allowed step will do.
            _left = left == least ? 0 : -1;
            _right = left == least ? -1 : _shift + 1;
        }
    }

    /// <summary>The allowed step with the highest score.</summary>
    public int Best(ReadOnlySpan<float> scores)
    {
        var best = _allowed.First;
        for (var step = _allowed.First + 1; step < _allowed.End; step++)
        {
            best = scores[step] > scores[best] ? step : best;
        }

        return best;
    }

    /// <summary>Whether <paramref name="step"/> is among the best possible.</summary>
    public bool IsRight(int step) => (step == _shift && _canShift) || step == _left || step == _right;

    /// <summary>The one of the best possible steps with the highest score.</summary>
    public int BestRight(ReadOnlySpan<float> scores)
    {
        var best = _canShift ? _shift : -1;
        best = _left >= 0 && (best < 0 || scores[_left] > scores[best]) ? _left : best;
        return _right >= 0 && (best < 0 || scores[_right] > scores[best]) ? _right : best;
    }
}
