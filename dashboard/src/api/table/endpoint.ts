/** What Hono's client knows of one endpoint. */
export type Endpoint<Output, Input = object, Status extends number = 200> = {
	input: Input;
	output: Output;
	outputFormat: "json";
	status: Status;
};

/** A list's query, besides its filters. Everything in a query is text. */
export interface PageInput {
	limit?: string;
	cursor?: string;
}

export interface ById {
	param: { id: string };
}
