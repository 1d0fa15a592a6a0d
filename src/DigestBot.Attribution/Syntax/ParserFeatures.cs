namespace DigestBot.Attribution.Syntax;

/// <summary>
/// What the parser looks at before each step: the words at the top of the stack and the head of the buffer, alone and combined, their dependents so
/// far, their distance and what stands between them (after Zhang and Nivre 2011, for arc-hybrid).
/// </summary>
internal static class ParserFeatures
{
    /// <summary>Most features of one step.</summary>
    public const int Most = 112;

    /// <summary>Adds the features of <paramref name="state"/>.</summary>
    public static void Add(ref FeatureKeys keys, ParserState state)
    {
        var top = new Place(state, state.Stack(0));
        var below = new Place(state, state.Stack(1));
        var third = new Place(state, state.Stack(2));
        var next = new Place(state, state.Ahead(0));
        var second = new Place(state, state.Ahead(1));
        var afterSecond = new Place(state, state.Ahead(2));
        AddWords(ref keys, top, below, third);
        AddBuffer(ref keys, next, second, afterSecond);
        AddPair(ref keys, 20, top, next);
        AddPair(ref keys, 30, below, top);
        AddCombinations(ref keys, top, below, next);
        AddTags(ref keys, top, below, third, next, second, afterSecond);
        AddDependents(ref keys, state, top, below, next);
        AddRelations(ref keys, state, top, below, next);
        AddBetween(ref keys, state, top, below, next);
    }

    private static void AddWords(ref FeatureKeys keys, Place top, Place below, Place third)
    {
        keys.Add(1, top.Form);
        keys.Add(2, top.Tag);
        keys.Add(3, top.Both);
        keys.Add(4, below.Form);
        keys.Add(5, below.Tag);
        keys.Add(6, below.Both);
        keys.Add(7, third.Form);
        keys.Add(8, third.Tag);
    }

    private static void AddBuffer(ref FeatureKeys keys, Place next, Place second, Place afterSecond)
    {
        keys.Add(10, next.Form);
        keys.Add(11, next.Tag);
        keys.Add(12, next.Both);
        keys.Add(13, second.Form);
        keys.Add(14, second.Tag);
        keys.Add(15, second.Both);
        keys.Add(16, afterSecond.Tag);
        keys.Add(17, afterSecond.Form);
    }

    private static void AddPair(ref FeatureKeys keys, uint template, Place left, Place right)
    {
        keys.Add(template, left.Both, right.Both);
        keys.Add(template + 1, left.Both, right.Form);
        keys.Add(template + 2, left.Form, right.Both);
        keys.Add(template + 3, left.Both, right.Tag);
        keys.Add(template + 4, left.Tag, right.Both);
        keys.Add(template + 5, left.Form, right.Form);
        keys.Add(template + 6, left.Tag, right.Tag);
    }

    private static void AddCombinations(ref FeatureKeys keys, Place top, Place below, Place next)
    {
        keys.Add(40, below.Tag, next.Tag);
        keys.Add(41, below.Form, next.Form);
        keys.Add(42, below.Form, next.Tag);
        keys.Add(43, below.Tag, next.Form);
        keys.Add(44, below.Tag, top.Tag, next.Tag);
        keys.Add(45, below.Form, top.Tag, next.Tag);
        keys.Add(46, below.Tag, top.Form, next.Tag);
        keys.Add(47, below.Tag, top.Tag, next.Form);
    }

    private static void AddTags(ref FeatureKeys keys, Place top, Place below, Place third, Place next, Place second, Place afterSecond)
    {
        keys.Add(50, next.Tag, second.Tag);
        keys.Add(51, next.Tag, second.Tag, afterSecond.Tag);
        keys.Add(52, top.Tag, next.Tag, second.Tag);
        keys.Add(53, (below.Tag << 8) | top.Tag, next.Tag, second.Tag);
        keys.Add(54, third.Tag, below.Tag, top.Tag);
        keys.Add(55, (third.Tag << 8) | below.Tag, top.Tag, next.Tag);
        keys.Add(56, top.Form, next.Tag, second.Tag);
        keys.Add(57, top.Tag, next.Form, second.Tag);
        keys.Add(58, next.Form, second.Form);
        keys.Add(59, top.Tag, next.Tag, second.Form);
        keys.Add(60, (top.Tag << 8) | next.Tag, second.Tag, afterSecond.Tag);
        keys.Add(61, below.Tag, top.Form, next.Form);
    }

    private static void AddDependents(ref FeatureKeys keys, ParserState state, Place top, Place below, Place next)
    {
        var topLeft = new Place(state, state.Dependents[top.Index].Left);
        var topRight = new Place(state, state.Dependents[top.Index].Right);
        var belowLeft = new Place(state, state.Dependents[below.Index].Left);
        var belowRight = new Place(state, state.Dependents[below.Index].Right);
        var nextLeft = new Place(state, state.Dependents[next.Index].Left);
        keys.Add(64, top.Tag, topLeft.Tag, next.Tag);
        keys.Add(65, top.Tag, topRight.Tag, next.Tag);
        keys.Add(66, top.Tag, nextLeft.Tag, next.Tag);
        keys.Add(67, below.Tag, belowRight.Tag, top.Tag);
        keys.Add(68, below.Tag, belowLeft.Tag, top.Tag);
        keys.Add(69, below.Tag, topLeft.Tag, top.Tag);
        keys.Add(70, below.Tag, top.Tag, topRight.Tag);
        keys.Add(71, below.Form, topLeft.Form);
        keys.Add(72, below.Tag, topLeft.Form, top.Tag);
        keys.Add(73, top.Form, topLeft.Form);
        keys.Add(74, below.Form, topLeft.Form, top.Form);
        keys.Add(75, top.Tag, nextLeft.Form, next.Tag);
        keys.Add(76, below.Tag, belowRight.Form, top.Tag);
        keys.Add(77, top.Form, topRight.Form, next.Tag);
        keys.Add(78, below.Form, belowRight.Tag, topLeft.Form);
        keys.Add(79, top.Tag, topRight.Form, next.Tag);
    }

    private static void AddRelations(ref FeatureKeys keys, ParserState state, Place top, Place below, Place next)
    {
        ref readonly var ofTop = ref state.Dependents[top.Index];
        ref readonly var ofBelow = ref state.Dependents[below.Index];
        ref readonly var ofNext = ref state.Dependents[next.Index];
        keys.Add(82, top.Tag, Fold(ofTop.LeftSet), next.Tag);
        keys.Add(83, top.Tag, Fold(ofTop.RightSet), next.Tag);
        keys.Add(84, top.Form, Fold(ofTop.LeftSet));
        keys.Add(85, top.Form, Fold(ofTop.RightSet));
        keys.Add(86, next.Tag, Fold(ofNext.LeftSet), top.Tag);
        keys.Add(87, next.Form, Fold(ofNext.LeftSet));
        keys.Add(88, below.Tag, Fold(ofBelow.RightSet), top.Tag);
        keys.Add(89, below.Form, Fold(ofBelow.RightSet), top.Tag);
        keys.Add(90, below.Tag, Fold(ofBelow.LeftSet), top.Tag);
        keys.Add(91, below.Tag, Fold(ofTop.LeftSet), top.Tag);
        keys.Add(92, below.Tag, Fold(ofTop.RightSet), top.Tag);
        keys.Add(93, below.Form, Fold(ofTop.LeftSet), top.Tag);
        keys.Add(94, Fold(ofBelow.LeftSet | (ofBelow.RightSet << 1)), Fold(ofTop.LeftSet | (ofTop.RightSet << 1)), (below.Tag << 8) | top.Tag);
        keys.Add(95, top.Tag | ((uint)ofTop.LeftCount << 8), next.Tag | ((uint)ofNext.LeftCount << 8), ofTop.RightCount);
        keys.Add(96, below.Tag | ((uint)ofBelow.RightCount << 8), top.Tag);
        keys.Add(97, below.Form, ofBelow.RightCount, top.Tag);
    }

    private static void AddBetween(ref FeatureKeys keys, ParserState state, Place top, Place below, Place next)
    {
        var ahead = Distance(top.Index, next.Index, state);
        var behind = Distance(below.Index, top.Index, state);
        keys.Add(100, top.Form, ahead);
        keys.Add(101, top.Tag, ahead);
        keys.Add(102, next.Form, ahead);
        keys.Add(103, top.Tag, next.Tag, ahead);
        keys.Add(104, below.Tag, top.Tag, behind);
        keys.Add(105, below.Form, behind);
        keys.Add(106, top.Form, behind);
        var marksAhead = state.Passed[top.Index].Until(state.Passed[next.Index]);
        var marksBehind = state.Passed[below.Index].Until(state.Passed[top.Index]);
        keys.Add(107, top.Tag, next.Tag, marksAhead);
        keys.Add(108, below.Tag, top.Tag, marksBehind);
        keys.Add(109, below.Form, top.Tag, marksBehind);
        keys.Add(110, top.Form, next.Tag, marksAhead);
        keys.Add(111, (below.Tag << 8) | top.Tag, next.Tag, marksAhead | (marksBehind << 8));
    }

    private static uint Distance(int left, int right, ParserState state) =>
        left >= state.Root || right > state.Root ? 0u : (right - left) switch { < 5 => (uint)(right - left), < 8 => 5u, < 13 => 6u, _ => 7u };

    private static uint Fold(ulong set) => (uint)((set * 0x9E3779B97F4A7C15) >> 32);

    private readonly ref struct Place(ParserState state, int index)
    {
        public readonly int Index = index;
        public readonly uint Form = state.Forms[index];
        public readonly uint Tag = state.Tags[index];
        public readonly uint Both = (state.Forms[index] * 31) + state.Tags[index];
    }
}
