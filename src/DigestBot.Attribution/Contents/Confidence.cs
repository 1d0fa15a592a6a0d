namespace DigestBot.Attribution.Contents;

/// <summary>
/// How often the rules are right: the share of each one's statements that people marked too, in the corpus's test articles (`DigestBot.Training confidence`),
/// rules with few statements drawn towards the mean as if each had twenty more.
/// </summary>
internal static class Confidence
{
    // A statement that names nobody is less often one.
    private const double Unnamed = 0.15;

    /// <summary>The confidence in <paramref name="draft"/>, from 0 to 1.</summary>
    public static double Of(Draft draft) => OfRule(draft.Rule) - (draft.Source.IsNamed ? 0 : Unnamed);

    private static double OfRule(Rule rule) => rule switch
    {
        Rule.ThatClause => 0.96,
        Rule.Quotation => 0.96,
        Rule.Preposition => 0.93,
        Rule.BareClause => 0.92,
        Rule.Label => 0.92,
        Rule.Infinitive => 0.90,
        Rule.ObjectInfinitive => 0.90,
        Rule.PrepositionalObject => 0.90,
        Rule.QuestionClause => 0.89,
        Rule.Nearby => 0.86,
        Rule.Continuation => 0.86,
        Rule.Fronted => 0.84,
        Rule.Complement => 0.83,
        Rule.Judged => 0.83,
        Rule.Object => 0.75,
        Rule.NounContent => 0.75,

        // An act inside a quotation: the corpus does not mark them.
        _ => 0.6,
    };
}
