/** A fault of a reference server around the kill, as `POST /admin/faults` takes it. */
export type Fault = Readonly<Record<string, string | number | boolean>>;
