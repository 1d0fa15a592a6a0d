// Puts the reply with a language model's checked sentences in the place of the plain one, once it is written. Without script it is there at the next load.
const plain = document.querySelector("[data-prose]");
if (plain) {
    fetch(plain.dataset.prose, { headers: { "X-DigestBot": "prose" } })
        .then(answer => answer.status === 200 ? answer.text() : "")
        .then(written => { if (written) { plain.outerHTML = written; } })
        .catch(() => { });
}
