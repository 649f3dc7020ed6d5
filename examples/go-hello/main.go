// Greets by name and says which version of the app did.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
)

const version = "one"

type request struct {
	Name string `json:"name"`
}

type answer struct {
	Greeting string `json:"greeting"`
	Version  string `json:"version"`
	App      string `json:"app"`
}

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run reads one payload and writes one answer. No payload at all is an empty one.
func run(in io.Reader, out io.Writer) error {
	asked := request{}
	if err := json.NewDecoder(in).Decode(&asked); err != nil && err != io.EOF {
		return fmt.Errorf("the payload is not what the greeter reads: %w", err)
	}
	if asked.Name == "" {
		asked.Name = "world"
	}
	fmt.Fprintln(os.Stderr, "greeting", asked.Name)
	return json.NewEncoder(out).Encode(answer{
		Greeting: "Hello, " + asked.Name + "!",
		Version:  version,
		App:      os.Getenv("IGNITE_FUNCTION_ID"),
	})
}
