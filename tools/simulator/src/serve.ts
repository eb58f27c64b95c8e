import { refuseOutsiders } from "./refuse-outsiders.ts";

/** Any version of any product, the ones that are not simulated as well: those answer 20404. */
const isApiPath = /^\/simulator\/([\w-]+\/)?(v\d+(alpha|beta)?\d*|\d{4}-\d\d-\d\d)(\/|$)/i;

/** Control and REST go to the network, everything else below /simulator/ is a page. */
export async function serve(request: Request, env: SimulatorEnv): Promise<Response> {
	const { pathname } = new URL(request.url);
	const refusal = refuseOutsiders(request);
	if (refusal !== null) {
		const problem = { type: "about:blank", title: "Forbidden", status: 403, detail: refusal };
		return Response.json(problem, { status: 403, headers: { "content-type": "application/problem+json" } });
	}
	if (pathname.startsWith("/simulator/control/") || isApiPath.test(pathname)) {
		return env.NETWORK.getByName("network").fetch(request);
	}
	if (pathname === "/simulator") return Response.redirect(new URL("/simulator/", request.url).href, 308);
	return env.ASSETS.fetch(request);
}
