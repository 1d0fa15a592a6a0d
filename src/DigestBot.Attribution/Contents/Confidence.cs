namespace DigestBot.Attribution.Contents;

/// <summary>How often the rules are right: the share of each one's statements that people found too, on news annotated by hand.</summary>
internal static class Confidence
{
    // A statement that names nobody is less often one.
    private const double Unnamed = 0.105;

    /// <summary>The confidence in <paramref name="draft"/>, from 0 to 1.</summary>
    public static double Of(Draft draft) => OfRule(draft.Rule) - (draft.Source.IsNamed ? 0 : Unnamed);

    private static double OfRule(Rule rule) => rule switch
    {
        Rule.Quotation => 0.95,
        Rule.Label => 0.93,
        Rule.ThatClause => 0.92,
        Rule.Preposition => 0.91,
        Rule.Complement => 0.87,
        Rule.BareClause => 0.85,
        Rule.PrepositionalObject => 0.78,
        Rule.Fronted => 0.77,
        Rule.QuestionClause => 0.75,
        Rule.Object => 0.73,
        Rule.Continuation => 0.72,
        Rule.ObjectInfinitive => 0.71,
        Rule.Infinitive => 0.69,
        Rule.NounContent => 0.67,
        Rule.Nearby => 0.62,
        _ => 0.6,
    };
}
