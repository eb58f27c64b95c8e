import { company } from "./fixtures/company.ts";
import { makeHostile } from "./fixtures/make-hostile.ts";
import { refusal, type Scene } from "./scene.ts";

/**
 * Replaces the server: answers come from the scene, then from the company; others are 404. With `isHostile` every
 * text from outside is replaced by the corpus.
 */
export function stageServer(scene: Scene, isHostile: boolean): void {
	const answers: Record<string, unknown> = {
		...company,
		...(scene.isSignedOut && { "GET /api/session": refusal(401, "unauthenticated", "Sign in.") }),
		...scene.answers,
	};
	window.fetch = async (input, init) => {
		const request =
			input instanceof Request ? input : new Request(new URL(String(input), location.href), init);
		const url = new URL(request.url);
		const exact = `${request.method} ${url.pathname}${url.search}`;
		const plain = `${request.method} ${url.pathname}`;
		const answer = exact in answers ? answers[exact] : answers[plain];
		if (answer === "never") return new Promise(() => undefined);
		const chosen =
			answer === undefined ? refusal(404, "not_found", `Nothing is staged for ${plain}.`) : answer;
		return respond(isHostile ? makeHostile(chosen) : chosen);
	};
	window.WebSocket = SilentSocket as unknown as typeof WebSocket;
}

function respond(answer: unknown): Response {
	const refused = answer as { status?: number; problem?: object } | null;
	if (refused?.problem) {
		const problem = {
			type: "about:blank",
			title: "",
			status: refused.status,
			requestId: "req_4f1c9ab2",
			...refused.problem,
		};
		return Response.json(problem, { status: refused.status ?? 500 });
	}
	if (answer instanceof Blob) return new Response(answer);
	return answer === null ? new Response(null, { status: 204 }) : Response.json(answer);
}

function SilentSocket() {
	const socket = { onopen: () => undefined, send: () => undefined, close: () => undefined };
	setTimeout(() => socket.onopen(), 0);
	return socket;
}
