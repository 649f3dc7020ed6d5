// Greets by name and says which version of the app did.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"ignite"
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
	ignite.Start(handler)
}

// handler reads one payload and gives one answer. No payload at all is an empty one.
func handler(payload []byte, ctx *ignite.Context) ([]byte, error) {
	asked := request{Name: "world"}
	if len(payload) > 0 {
		if err := json.Unmarshal(payload, &asked); err != nil {
			return nil, fmt.Errorf("the payload is not what the greeter reads: %w", err)
		}
	}
	fmt.Fprintln(os.Stderr, "greeting", asked.Name)
	return json.Marshal(answer{
		Greeting: "Hello, " + asked.Name + "!",
		Version:  version,
		App:      ctx.FunctionID,
	})
}
