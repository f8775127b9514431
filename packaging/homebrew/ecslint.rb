# A tap's formula; ci/homebrew-bump puts a release's version and checksums in place of these.
class Ecslint < Formula
  desc "Linter and cost calculator for queue workers on Amazon ECS"
  homepage "https://github.com/ecslint/ecslint"
  license "Apache-2.0"

  on_linux do
    on_intel do
      url "https://github.com/ecslint/ecslint/releases/download/v0.1.0/ecslint-0.1.0-linux-x86_64.tar.gz"
      sha256 "0000000000000000000000000000000000000000000000000000000000000000"
    end
    on_arm do
      url "https://github.com/ecslint/ecslint/releases/download/v0.1.0/ecslint-0.1.0-linux-aarch64.tar.gz"
      sha256 "0000000000000000000000000000000000000000000000000000000000000000"
    end
  end
  on_macos do
    on_intel do
      url "https://github.com/ecslint/ecslint/releases/download/v0.1.0/ecslint-0.1.0-macos-x86_64.tar.gz"
      sha256 "0000000000000000000000000000000000000000000000000000000000000000"
    end
    on_arm do
      url "https://github.com/ecslint/ecslint/releases/download/v0.1.0/ecslint-0.1.0-macos-arm64.tar.gz"
      sha256 "0000000000000000000000000000000000000000000000000000000000000000"
    end
  end

  def install
    bin.install "bin/ecslint"
    man1.install "share/man/man1/ecslint.1"
    bash_completion.install "share/bash-completion/completions/ecslint"
    zsh_completion.install "share/zsh/site-functions/_ecslint"
    fish_completion.install "share/fish/vendor_completions.d/ecslint.fish"
  end

  test do
    (testpath/"queue.yaml").write <<~YAML
      Resources:
        Jobs:
          Type: AWS::SQS::Queue
          Properties: {DelaySeconds: 901}
    YAML
    assert_match "SQS010", shell_output("#{bin}/ecslint queue.yaml", 1)
  end
end
