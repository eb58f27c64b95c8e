export type Endpoint<Output, Input = object, Status extends number = 200> = {
	input: Input;
	output: Output;
	outputFormat: "json";
	status: Status;
};

/** The query of a paged list, besides its filters. All values are text. */
export interface PageInput {
	limit?: string;
	cursor?: string;
}

export interface ById {
	param: { id: string };
}
