import { describeProblem, problemType } from "./control/problem.ts";
import { refuseOutsiders } from "./refuse-outsiders.ts";

/** Products that are not simulated match too: they answer 20404. */
const isApiPath = /^\/simulator\/([\w-]+\/)?(v\d+(alpha|beta)?\d*|\d{4}-\d\d-\d\d)(\/|$)/i;

export async function serve(request: Request, env: SimulatorEnv): Promise<Response> {
	const { pathname } = new URL(request.url);
	const refusal = refuseOutsiders(request);
	if (refusal !== null) {
		const headers = { "content-type": problemType };
		return Response.json(describeProblem(403, refusal), { status: 403, headers });
	}
	if (pathname.startsWith("/simulator/control/") || isApiPath.test(pathname)) {
		return env.NETWORK.getByName("network").fetch(request);
	}
	if (pathname === "/simulator") return Response.redirect(new URL("/simulator/", request.url).href, 308);
	const page = await env.ASSETS.fetch(request);
	const headers = new Headers(page.headers);
	for (const [name, value] of Object.entries(pageHeaders)) headers.set(name, value);
	return new Response(page.body, { status: page.status, headers });
}

/** Pictures and recordings need credentials, so pages fetch them into `blob:` addresses. */
const pageHeaders = {
	"content-security-policy": [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"img-src 'self' blob: data:",
		"media-src 'self' blob:",
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types lit-html",
	].join("; "),
	"cross-origin-opener-policy": "same-origin",
	"permissions-policy": "camera=(), geolocation=(), microphone=(self), payment=(), usb=()",
	"referrer-policy": "no-referrer",
	"x-content-type-options": "nosniff",
	"x-frame-options": "DENY",
};
