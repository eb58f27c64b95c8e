import { html, nothing, render, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { type EmailView, eventsUrl, forgetEmails, listEmails } from "../control/control-api.ts";

const reconnectMilliseconds = 1500;

const root = document.getElementById("app");
if (!root) throw new Error("The page has no place for the e-mails");

let emails: EmailView[] | null = null;
let isLost = false;

draw();
follow();

function follow(): void {
	const events = new EventSource(eventsUrl);
	events.addEventListener("hello", () => void load());
	events.addEventListener("change", (event) => {
		const { kind } = JSON.parse(event.data) as { kind: string };
		if (kind === "email" || kind === "reset") void load();
	});
	events.onerror = () => {
		isLost = true;
		draw();
		if (events.readyState === EventSource.CLOSED) setTimeout(follow, reconnectMilliseconds);
	};
}

async function load(): Promise<void> {
	try {
		emails = (await listEmails()).items;
		isLost = false;
	} catch {
		isLost = true;
	}
	draw();
}

function draw(): void {
	if (root) render(outboxView(), root);
}

function outboxView(): TemplateResult {
	return html`
		<header class="toolbar">
			<img class="app-icon" src="${import.meta.env.BASE_URL}icon.svg" alt="" width="36" height="36">
			<div class="titles">
				<h1>Simulated E-Mails</h1>
				<p>What the company would have sent. Nobody gets it.</p>
			</div>
			<nav class="email-tools">
				<a class="tool" href=${import.meta.env.BASE_URL}>Phones</a>
				<button type="button" class="tool" ?disabled=${!emails?.length} @click=${forgetEmails}>Clear Outbox</button>
			</nav>
		</header>
		${isLost ? html`<p class="banner" role="alert"><span class="spinner" aria-hidden="true"></span>The network is not answering. Connecting again…</p>` : nothing}
		<main class="emails">
			${emails?.length === 0 ? html`<p class="no-emails">No e-mails yet. Notices that people get by e-mail appear here.</p>` : nothing}
			${repeat(emails ?? [], ({ sid }) => sid, emailView)}
		</main>
	`;
}

function emailView({ from, to, subject, text, html: source, headers, at }: EmailView): TemplateResult {
	return html`
		<article class="email">
			<h2 dir="auto">${subject}</h2>
			<dl>
				<dt>From</dt>
				<dd>${from}</dd>
				<dt>To</dt>
				<dd>${to.join(", ")}</dd>
				${Object.entries(headers).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
				<dt>At</dt>
				<dd><time datetime=${at}>${new Date(at).toLocaleString()}</time></dd>
			</dl>
			<pre dir="auto">${text}</pre>
			<details>
				<summary>HTML</summary>
				<pre>${source}</pre>
			</details>
		</article>
	`;
}
