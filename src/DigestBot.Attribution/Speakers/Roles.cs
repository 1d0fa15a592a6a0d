namespace DigestBot.Attribution;

/// <summary>Nouns for what people do: abbreviations in full, and which noun takes in which ("lawmaker": senator, representative …).</summary>
internal static class Roles
{
    private static readonly Dictionary<string, string> _full = new()
    {
        ["sen"] = "senator", ["sens"] = "senator", ["rep"] = "representative", ["reps"] = "representative", ["gov"] = "governor", ["govs"] = "governor",
        ["gen"] = "general", ["lt"] = "lieutenant", ["col"] = "colonel", ["maj"] = "major", ["capt"] = "captain", ["adm"] = "admiral", ["sgt"] = "sergeant",
        ["cmdr"] = "commander", ["brig"] = "brigadier", ["pres"] = "president", ["supt"] = "superintendent", ["det"] = "detective", ["insp"] = "inspector",
        ["cpl"] = "corporal", ["amb"] = "ambassador", ["mp"] = "lawmaker", ["mep"] = "lawmaker", ["prof"] = "professor", ["dr"] = "doctor", ["atty"] = "attorney",
        ["premier"] = "premier", ["congresswoman"] = "representative", ["congressman"] = "representative", ["secretary-general"] = "chief",
    };

    private static readonly Dictionary<string, string[]> _wider = new()
    {
        ["lawmaker"] = ["senator", "representative", "assemblyman", "assemblywoman", "legislator", "parliamentarian", "republican", "democrat"],
        ["legislator"] = ["senator", "representative", "lawmaker", "assemblyman", "assemblywoman"],
        ["politician"] = ["senator", "representative", "lawmaker", "mayor", "governor", "minister", "leader", "candidate", "president"],
        ["congressman"] = ["representative"], ["congresswoman"] = ["representative"],
        ["diplomat"] = ["ambassador", "envoy", "minister", "mediator", "negotiator", "consul"],
        ["envoy"] = ["mediator", "ambassador", "negotiator"], ["mediator"] = ["envoy"],
        ["candidate"] = ["nominee", "contender", "frontrunner", "challenger"], ["nominee"] = ["candidate"],
        ["leader"] = ["president", "chairman", "chairwoman", "head", "chief", "minister", "premier", "chancellor", "dictator", "king", "emir", "ruler"],
        ["chief"] = ["head", "director", "commissioner", "chief", "executive", "chairman"], ["head"] = ["chief", "director", "chairman", "president"],
        ["executive"] = ["chief", "ceo", "president", "chairman", "director"], ["ceo"] = ["executive", "chief"],
        ["premier"] = ["minister"], ["spokesperson"] = ["spokesman", "spokeswoman", "secretary"],
        ["spokesman"] = ["secretary", "spokesperson"], ["spokeswoman"] = ["secretary", "spokesperson"],
        ["lawyer"] = ["attorney", "solicitor", "barrister", "counsel"], ["attorney"] = ["lawyer", "counsel"],
        ["officer"] = ["captain", "lieutenant", "sergeant", "colonel", "major", "constable", "detective", "chief", "commander"],
        ["commander"] = ["general", "colonel", "admiral", "captain"], ["monarch"] = ["king", "queen"], ["pontiff"] = ["pope"],
        ["billionaire"] = ["tycoon", "businessman", "businesswoman", "mogul"], ["businessman"] = ["tycoon", "billionaire", "entrepreneur"],
        ["scientist"] = ["researcher", "physicist", "biologist", "professor", "epidemiologist"], ["researcher"] = ["scientist", "professor"],
        ["doctor"] = ["physician", "surgeon", "epidemiologist"], ["academic"] = ["professor", "lecturer", "scholar"],
        ["cleric"] = ["imam", "ayatollah", "bishop", "priest", "rabbi", "archbishop", "mullah"], ["player"] = ["striker", "goalkeeper", "footballer", "captain"],
    };

    /// <summary>The noun in full and in the singular: "Sen." → "senator".</summary>
    public static string NounOf(string folded)
    {
        var bare = folded.TrimEnd('.');
        return _full.GetValueOrDefault(bare) ?? (Titles.KindsOf(bare) != TitleKinds.None ? bare : Titles.Singular(bare));
    }

    /// <summary>Whether somebody who is a <paramref name="role"/> can be called the <paramref name="noun"/>.</summary>
    public static bool Fits(string noun, string role) =>
        noun == role || (_wider.TryGetValue(noun, out var narrower) && Array.IndexOf(narrower, role) >= 0);
}
