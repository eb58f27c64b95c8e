/** Control and REST go to the network, everything else below /simulator/ is a page. */
export async function serve(request: Request, env: SimulatorEnv): Promise<Response> {
	const { pathname } = new URL(request.url);
	if (pathname.startsWith("/simulator/control/") || pathname.startsWith("/simulator/2010-04-01/")) {
		return env.NETWORK.getByName("network").fetch(request);
	}
	if (pathname === "/simulator") return Response.redirect(new URL("/simulator/", request.url).href, 308);
	return env.ASSETS.fetch(request);
}
