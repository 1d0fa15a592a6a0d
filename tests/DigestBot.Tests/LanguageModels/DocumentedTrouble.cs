namespace DigestBot.Tests.LanguageModels;

/// <summary>What a provider sends in trouble, as it is documented or was seen, and what the operator is told of it.</summary>
/// <param name="Words">A pattern of what the check says.</param>
internal sealed record DocumentedTrouble(string Dialect, string Name, Scripted Sends, string Words)
{
    private const string OllamaCut = """{"model":"scripted","created_at":"2026-03-10T09:00:00Z","message":{"role":"assistant","content":"","thinking":"Let me see"},"done":true,"done_reason":"length","prompt_eval_count":900,"eval_count":2900}""";

    public static IReadOnlyList<DocumentedTrouble> All { get; } =
    [
        OpenAI("a wrong key", 401, "Incorrect API key provided: sk-scripted-key. You can find your API key at https://platform.openai.com/account/api-keys.", "invalid_request_error", "\"invalid_api_key\"",
            "*does not work: the provider refuses the key (401: Incorrect API key provided: …. You can find your API key at *). Look at DIGESTBOT_MODEL__KEY."),
        OpenAI("a country that is not served", 403, "Country, region, or territory not supported", "request_forbidden", "\"unsupported_country_region_territory\"",
            "*the provider forbids it (403: Country, region, or territory not supported)*may do, and from where."),
        OpenAI("an unknown model", 404, "The model `scripted` does not exist or you do not have access to it.", "invalid_request_error", "\"model_not_found\"",
            "*knows no such model*(404: The model `scripted` does not exist*__NAME and __ADDRESS."),
        OpenAI("no money", 429, "You exceeded your current quota, please check your plan and billing details.", "insufficient_quota", "\"insufficient_quota\"",
            "*quota or credit is used up (429: You exceeded your current quota, please check your plan and billing details)."),
        OpenAI("too many requests", 429, "Rate limit reached for scripted on requests per min (RPM): Limit 3, Used 3. To increase it visit https://platform.openai.com/account/billing", "requests", "\"rate_limit_exceeded\"",
            "*is asked too often (429: Rate limit reached*"),
        OpenAI("a form that it does not take", 400, "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.", "invalid_request_error", "null",
            "*does not take the request (400: Invalid parameter: 'response_format'*). Look at DIGESTBOT_MODEL__NAME: the model has to write structured output (JSON)."),
        OpenAI("too long a request", 400, "This model's maximum context length is 2048 tokens. However, you requested 5210 tokens.", "BadRequestError", "400",
            "*does not take the request (400: This model's maximum context length is 2048 tokens. However, you requested 5210 tokens)."),
        OpenAI("an overloaded server", 503, "The server is currently overloaded.", "server_error", "\"server_is_overloaded\"", "*has trouble of its own (503: The server is currently overloaded)."),
        new("openai", "an older server's words", Scripted.Sends(400, """{"object":"error","message":"top_k must be 1","type":"BadRequestError","code":400}"""), "*(400: top_k must be 1)."),
        new("openai", "a validator's words", Scripted.Sends(422, """{"detail":[{"loc":["body","model"],"msg":"field required"}]}"""), "*(422: field required)."),
        new("openai", "a page of a proxy", Scripted.Sends(502, "<html><h1>502 Bad Gateway: quota</h1></html>"), "*has trouble of its own (502)."),
        new("openai", "words that steer a terminal", Scripted.Sends(400, """{"error":{"message":"bad\u001b[2J\r\nkey\u202e sk-scripted-key","type":"x"}}"""), "*does not take the request (400: bad [2J key …)."),
        new("openai", "a refusal", Scripted.Sends(200, """{"id":"x","object":"chat.completion","created":1,"model":"x","choices":[{"index":0,"message":{"role":"assistant","content":null,"refusal":"I cannot assist with that."},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":19,"completion_tokens":10,"total_tokens":29}}"""),
            "*answered in * s, but the model, or the provider's filter, refused to write."),
        new("openai", "a filter", new Scripted { Text = "", Ends = "content_filter" }, "*refused to write."),
        new("openai", "an answer cut off", new Scripted { Text = "{\"sentences\":[{\"text\":\"Ann", Ends = "length", Tokens = 4_010 }, "*was cut off at 4000 tokens*__ANSWERTOKENS allows more."),
        new("openai", "an end of another name", new Scripted { Text = "Hello", Ends = "eos" }, "*for a reason that openai does not have (finish_reason eos)*"),
        new("openai", "an end without a name", Scripted.Sends(200, """{"id":"x","object":"chat.completion","created":1,"model":"x","choices":[{"index":0,"message":{"role":"assistant","content":""},"finish_reason":null}]}"""), "*(finish_reason null)*"),

        Ollama("no such model", 404, "model 'scripted' not found", "*knows no such model*(404: model 'scripted' not found)*"),
        Ollama("too little memory", 500, "model requires more system memory (5.6 GiB) than is available (3.1 GiB)", "*trouble of its own (500: model requires more system memory (5.6 GiB) than is available (3.1 GiB))."),
        Ollama("a busy server", 503, "server busy, please try again.  maximum pending requests exceeded", "*trouble of its own (503: server busy, please try again. maximum pending requests exceeded)."),
        Ollama("no cloud", 403, "cloud model access is disabled or not available", "*forbids it (403: cloud model access is disabled or not available)*"),
        new("ollama", "a wrong key", Scripted.Sends(401, """{"error":"unauthorized","signin_url":"https://ollama.com/connect?name=x&key=y"}"""), "*refuses the key (401: unauthorized). Look at DIGESTBOT_MODEL__KEY."),
        Ollama("a bad form", 400, "invalid JSON schema in format", "*does not take the request (400: invalid JSON schema in format)*structured output (JSON)."),
        new("ollama", "an answer cut off where the context ends", Scripted.Sends(200, OllamaCut), "*cut off at 2900 tokens, though 4000 are allowed*OLLAMA_CONTEXT_LENGTH allows more."),
        new("ollama", "thinking that takes all", new Scripted { Text = "", Thinking = "Let me see", Ends = "length", Tokens = 4_010 }, "*cut off at 4000 tokens*"),
        new("ollama", "a model that was only loaded", new Scripted { Text = "", Ends = "load" }, "*structured output*"),

        Anthropic("a wrong key", 401, "authentication_error", "invalid x-api-key", "*refuses the key (401: invalid x-api-key)*"),
        Anthropic("no money", 400, "invalid_request_error", "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.",
            "*quota or credit is used up (400: Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits)."),
        Anthropic("a limit of one's own", 400, "invalid_request_error", "You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC.", "*quota or credit is used up (400: You have reached*"),
        Anthropic("billing", 402, "billing_error", "There's an issue with your payment information.", "*used up (402: There's an issue*"),
        Anthropic("no permission", 403, "permission_error", "Your API key does not have permission to use the specified resource.", "*forbids it (403: Your API key does not have permission*"),
        Anthropic("an unknown model", 404, "not_found_error", "model: scripted", "*knows no such model*(404: model: scripted)*"),
        Anthropic("too large a request", 413, "request_too_large", "Request exceeds the maximum allowed number of bytes.", "*does not take the request (413: Request exceeds the maximum allowed number of bytes)."),
        Anthropic("a form that it does not take", 400, "invalid_request_error", "output_config.format: this model does not support structured outputs", "*(400: output_config.format: *structured output (JSON)."),
        Anthropic("too many requests", 429, "rate_limit_error", "This request would exceed your organization's rate limit of 50 requests per minute.", "*is asked too often (429: *"),
        Anthropic("an overloaded server", 529, "overloaded_error", "Overloaded", "*trouble of its own (529: Overloaded)."),
        new("anthropic", "a refusal", Scripted.Sends(200, """{"id":"msg_1","type":"message","role":"assistant","model":"x","content":[],"stop_reason":"refusal","stop_details":{"type":"refusal","category":"cyber","explanation":"no"},"stop_sequence":null,"usage":{"input_tokens":10,"output_tokens":0}}"""),
            "*refused to write."),
        new("anthropic", "thinking that takes all", new Scripted { Thinking = "Let me see", Ends = "max_tokens", Tokens = 4_010 }, "*cut off at 4000 tokens*"),
        new("anthropic", "an answer cut off where the context ends", new Scripted { Text = "{", Ends = "model_context_window_exceeded" }, "*cut off at 5 tokens, though 4000 are allowed: the context that the server gives the model is full."),
    ];

    private static DocumentedTrouble OpenAI(string name, int status, string message, string type, string code, string words) =>
        new("openai", name, Scripted.Sends(status, $$$"""{"error":{"message":"{{{message}}}","type":"{{{type}}}","param":null,"code":{{{code}}} }}"""), words);

    private static DocumentedTrouble Ollama(string name, int status, string message, string words) =>
        new("ollama", name, Scripted.Sends(status, $$"""{"error":"{{message}}"}"""), words);

    private static DocumentedTrouble Anthropic(string name, int status, string type, string message, string words) =>
        new("anthropic", name, Scripted.Sends(status, $$$"""{"type":"error","error":{"type":"{{{type}}}","message":"{{{message}}}"},"request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}"""), words);
}
