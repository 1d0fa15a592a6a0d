namespace DigestBot.Attribution;

/// <summary>To which party or belief somebody belongs, by the words that tell what they are: "the Republican nominee" is no Democrat.</summary>
internal static class Party
{
    /// <summary>Whether the <paramref name="modifiers"/> of a noun phrase name a party and all that the story says of <paramref name="entity"/> names others.</summary>
    public static bool Contradicts(List<string> modifiers, Entity entity)
    {
        var mine = modifiers.Select(Of).Where(party => party.Length > 0).ToList();
        var others = mine.Count == 0 ? [] : entity.Roles.SelectMany(role => role.Modifiers.Append(role.Noun)).Select(Of).Where(party => party.Length > 0).ToList();
        return mine.Count > 0 && others.Count > 0 && !others.Exists(mine.Contains);
    }

    // "Republican", "Republicans" and "GOP" are one; "" for words that name no party.
    private static string Of(string word) => word switch
    {
        "gop" or "republicans" => "republican",
        "democratic" or "democrats" => "democrat",
        _ => (Titles.KindsOf(word) & TitleKinds.Group) != TitleKinds.None ? word : "",
    };
}
