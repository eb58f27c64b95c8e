interface MeshHealth {
	isReady: boolean;
	services: { service: string; isReady: boolean; message: string | null }[];
	phonesUrl: string | null;
}

const summary = element("summary");
const services = element("services");
const links = element("links");

try {
	const response = await fetch("/api/health");
	show((await response.json()) as MeshHealth);
} catch {
	summary.textContent = "CloudPBX does not answer. Check that it is running, then load this page again.";
}

function show(health: MeshHealth): void {
	summary.textContent = health.isReady ? "Everything is running." : "Something is not running.";
	services.replaceChildren(
		...health.services.map(({ service, isReady, message }) => {
			const row = document.createElement("li");
			row.dataset.ready = String(isReady);
			const name = document.createElement("span");
			name.textContent = service;
			const state = document.createElement("span");
			state.className = "state";
			state.textContent = isReady ? "Running" : (message ?? "Not running");
			row.append(name, state);
			return row;
		}),
	);
	services.hidden = false;
	if (health.phonesUrl) {
		const link = document.createElement("a");
		link.className = "prominent";
		link.href = health.phonesUrl;
		link.textContent = "Open the Phones";
		links.prepend(link);
	}
}

function element(id: string): HTMLElement {
	const found = document.getElementById(id);
	if (!found) throw new Error(`The page has no element #${id}.`);
	return found;
}
